import type { Range } from 'vscode-languageserver-types';
import type { Fix, Severity } from '../diagnostic';
import { recordedTarget, renamedTargets, shareWords, similarAnchor } from '../model/renamed';
import type { Resolution } from '../model/project';
import type { Pointer } from '../syntax/document';
import { movedEvidence } from './movedEvidence';
import { checkReferences, isReference, type CheckedReference } from './referencePointers';
import { anchorFix, retargetFixes } from './retargetFixes';
import { defineRule, type Finding, type RuleContext } from './rule';
import { SectionFindings } from './sectionFindings';

/** A link, `@path` or document name in backticks that leads nowhere, and evidence that has moved. */
export const unresolvedReference = defineRule({
  id: 'unresolved-reference',
  family: 'references',
  summary: 'Require that references to files and headings lead somewhere',
  severity: 'warning',
  reads: 'project',
  *check(context) {
    const { uri, path } = context.document;
    yield* movedEvidence(context, message);
    for (const reference of checkReferences(context)) {
      yield* findings.of(reference, [uri, path], () => finding(reference));
    }
  },
});

const findings = new SectionFindings();

function finding({ pointer, range, resolution }: CheckedReference): readonly Finding[] {
  const severity = severityFor(pointer, resolution);
  if (!severity) return [];
  return [
    { range, severity, message: message(pointer, resolution), fixes: (now) => fixes(pointer, range, resolution, now) },
  ];
}

function fixes(pointer: Pointer, range: Range, resolution: Resolution, context: RuleContext): readonly Fix[] {
  const { document, project } = context;
  if (resolution.status === 'no-anchor') {
    const anchor = similarAnchor(resolution.fragment, project.entry(resolution.path)?.facts.slugs);
    return anchor === undefined ? [] : [anchorFix(document.uri, range, pointer, anchor)];
  }
  const recorded = recordedTarget(pointer, context);
  if (resolution.status === 'missing' && recorded !== undefined)
    return retargetFixes(document.uri, document.path, range, pointer, [recorded], 'recorded');
  const targets = resolution.status === 'moved' ? [resolution.path] : renamedTargets(pointer.target, context);
  const retarget = retargetFixes(document.uri, document.path, range, pointer, targets);
  // A document of the kind whose name has other words may be another one.
  return retarget.map((fix, index) =>
    shareWords(pointer.target, targets[index] ?? '') ? fix : { ...fix, safe: false, preferred: false },
  );
}

/** A wrong link is wrong; a name in backticks may be history, so it is only worth knowing. */
function severityFor(pointer: Pointer, resolution: Resolution): Severity | undefined {
  const strict = isReference(pointer);
  switch (resolution.status) {
    case 'moved':
      return strict || pointer.target.includes('/') ? 'information' : undefined;
    case 'missing':
    case 'no-test':
    case 'no-anchor':
      return strict ? 'warning' : 'information';
    default:
      return undefined;
  }
}

function message(pointer: Pointer, resolution: Resolution): string {
  const why = 'so a reader cannot follow it';
  switch (resolution.status) {
    case 'moved':
      return `"${pointer.target}" is not there, ${why}. The only file of that name is ${resolution.path}.`;
    case 'no-anchor':
      return `${resolution.path} has no heading "#${resolution.fragment}", ${why}. Correct the anchor.`;
    default:
      return `"${pointer.target}" does not exist, ${why}. Correct the path, or add the file.`;
  }
}
