/** The team's own templates: files that the configuration calls so, with their placeholders filled in. */
import type { DocumentKind } from '../model/documentKind';
import { kindFromWords } from '../model/kindWords';
import { baseName } from '../model/paths';
import type { TemplateValues } from '../schema/renderTemplate';

/** A Markdown file whose name says the kind; of several the one with the shortest name. */
export function templateFor(templates: readonly string[], kind: DocumentKind): string | undefined {
  return templates
    .filter((path) => /\.(?:md|markdown)$/i.test(path) && kindFromWords(wordsOf(path)) === kind)
    .sort((a, b) => baseName(a).length - baseName(b).length || (a < b ? -1 : 1))[0];
}

/** `PHASE_N_HANDOFF.template.md` → `PHASE N HANDOFF template`. */
function wordsOf(path: string): string {
  return baseName(path)
    .replace(/\.[a-z]+$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}

/** `{phase}`, `{{phase}}`; whatever else stands in braces is the team's. */
const NAMED = /\{\{ ?([a-z]+) ?\}\}|\{([a-z]+)\}/g;
/** `Phase N`, `Phase X`, `PHASE_N`, `phase <N>`: the number that is left open. */
const OPEN_PHASE = /\b(phase[ _-]?)(?:[NX]\b|<[NX]>|\[[NX]\])/gi;
const CARRIED_HEADING = '## Carried Over';

/** Names without a value stay as they are: the author sees what is open. */
export function fillTemplate(template: string, values: TemplateValues): string {
  const text = template.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const filled = text
    .replace(NAMED, (whole, double: string | undefined, single: string | undefined) => {
      return values[double ?? single ?? ''] ?? whole;
    })
    .replace(OPEN_PHASE, (_whole, word: string) => `${word}${values['phase'] ?? ''}`);
  const carried = values['carried'];
  // What was left open is not lost because a template has no place for it.
  const end = carried === undefined || filled.includes(carried) ? '' : `\n${CARRIED_HEADING}\n\n${carried}\n`;
  return `${filled.trimEnd()}\n${end}`;
}
