import type { Range } from 'vscode-languageserver-types';
import type { Fix, Severity } from '../diagnostic';
import { titleRange } from '../model/documentFacts';
import { agrees, findNamedPhases, isWithin, type NamedPhases } from '../model/namedPhases';
import { baseName } from '../model/paths';
import type { PhaseDocument, PhaseId } from '../model/phaseDocument';
import { phaseName } from '../model/phaseId';
import { lineText } from '../syntax/positions';
import { defineRule } from './rule';

/** A document whose file name speaks of one phase and whose title, front matter or folder of another. */
export const phaseMismatch = defineRule({
  id: 'phase-mismatch',
  family: 'phases',
  summary: 'Require that file name, title, folder and front matter name the same phase',
  severity: 'error',
  reads: 'document',
  *check({ document, config }) {
    const { phase, source, tentative } = document.identity;
    if (!phase || (source !== 'path' && source !== 'configuration')) return;
    const named = findNamedPhases(document, config);
    // Where only the name speaks of phases at all, the title may be right to speak of something else.
    const severity: { severity?: Severity } = tentative ? { severity: 'information' } : {};
    const range = titleRange(document.parsed);
    const [inTitle] = named.title;
    if (inTitle && !agrees(document, named.title)) {
      const fixes = () => titleFixes(document, phase, named.title);
      yield { range, message: message(document, phase, 'the title', inTitle), fixes, ...severity };
    }
    const { frontMatter } = named;
    if (frontMatter && phase.unit === undefined && !agrees(document, [frontMatter])) {
      const at = frontMatterRange(document) ?? range;
      yield { range: at, message: message(document, phase, 'the front matter', frontMatter), ...severity };
    }
    const folder = folderOf(named, document);
    if (folder) {
      const words = `its folder \`${baseName(folder.path)}\``;
      yield {
        range,
        message: message(document, phase, words, folder.phase),
        severity: tentative ? 'information' : 'warning',
      };
    }
  },
});

function folderOf({ folder }: NamedPhases, { identity }: PhaseDocument): NamedPhases['folder'] {
  if (!folder || identity.phase?.unit !== undefined) return undefined;
  return isWithin(identity.phases, folder.phase) || identity.to?.key === folder.phase.key ? undefined : folder;
}

function message({ path }: PhaseDocument, phase: PhaseId, place: string, other: PhaseId): string {
  return (
    `The file name \`${baseName(path)}\` speaks of ${phaseName(phase)}, ${place} of ${phaseName(other)}. ` +
    'Who looks for either phase is misled. Correct the one that is wrong.'
  );
}

/** Only where one id in the title's line can be meant. */
function titleFixes({ uri, parsed }: PhaseDocument, phase: PhaseId, named: readonly PhaseId[]): readonly Fix[] {
  const [wrong] = named;
  const { line } = titleRange(parsed).start;
  if (!wrong || named.length > 1) return [];
  const unit = (wrong.unit ?? 'phase').toLowerCase();
  const text = lineText(parsed, line).toLowerCase();
  const id = wrong.text.toLowerCase();
  const places = ['', ' ', '_', '-'].flatMap((between) => {
    const at = text.indexOf(`${unit}${between}${id}`);
    return at < 0 ? [] : [at + unit.length + between.length];
  });
  const [character] = places;
  if (character === undefined || places.length > 1) return [];
  const range: Range = { start: { line, character }, end: { line, character: character + id.length } };
  const edits = [{ type: 'change' as const, uri, edits: [{ range, newText: phase.text }] }];
  return [
    { title: `Change the title to ${phaseName(phase)}, as the file is called`, preferred: false, safe: false, edits },
  ];
}

/** The line of `phase:`. */
function frontMatterRange({ parsed }: PhaseDocument): Range | undefined {
  const { frontMatter } = parsed;
  const lines = frontMatter?.text.split('\n') ?? [];
  const index = lines.findIndex((text) => text.startsWith('phase:'));
  if (!frontMatter || index < 0) return undefined;
  const line = frontMatter.textLine + index;
  return { start: { line, character: 0 }, end: { line, character: lineText(parsed, line).length } };
}
