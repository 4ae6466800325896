import type { Fix } from '../diagnostic';
import type { Claim } from '../model/claims/claim';
import type { JudgedPointer } from '../model/evidence/judgeClaim';
import type { Resolution } from '../model/project';
import { pointerFindings, type PointerCase } from './offeredPointers';
import { pointElsewhere } from './pointElsewhere';
import { quote } from './quote';
import { retargetFixes } from './retargetFixes';
import { defineRule, type RuleContext } from './rule';

/** A claim that points to evidence, none of which is there. One finding for each pointer. */
export const brokenEvidence = defineRule({
  id: 'broken-evidence',
  family: 'claims',
  summary: 'Require that the evidence of a claim can be found',
  severity: 'error',
  reads: 'project',
  check: pointerFindings('broken', (found) => {
    const { pointer, range, claims, related } = found;
    return { range, message: message(pointer, claims), related, fixes: (context) => fixes(context, found) };
  }),
});

function message({ offered, resolution, absence }: JudgedPointer, claims: readonly Claim[]): string {
  const { target, fragment, lines } = offered.pointer;
  const [first] = claims;
  const why = first ? `, so nothing shows that ${quote(first)}` : '';
  const place = fragment === undefined ? (lines ? `:${lines.from}` : '') : `#${fragment}`;
  const written = `${target}${place}`;
  return `${whatIsWrong(written, resolution, absence)}${why}. Correct the path, commit the file, or withdraw the claim.`;
}

/** @param written the pointer as the document has it */
function whatIsWrong(written: string, resolution: Resolution, absence: string | undefined): string {
  if (absence !== undefined) return `"${written}" leads to nothing in its file (${absence})`;
  switch (resolution.status) {
    case 'ambiguous':
      return `"${written}" could be any of ${resolution.paths.length} files`;
    case 'no-anchor':
      return `"${resolution.path}" has no heading "#${resolution.fragment}"`;
    case 'no-test':
      return `"${resolution.path}" holds no test "${resolution.test}", and no report lists it`;
    case 'found':
    case 'moved':
    case 'missing':
    case 'unchecked':
      return `"${written}" does not exist`;
  }
}

/** The files that it may mean, else one that says what the claim says. */
function fixes(context: RuleContext, found: PointerCase): readonly Fix[] {
  const { offered, resolution } = found.pointer;
  if (resolution.status !== 'ambiguous') return pointElsewhere(context, found, (status) => status === 'agrees');
  const { uri, path } = context.document;
  return retargetFixes(uri, path, found.range, offered.pointer, resolution.paths);
}
