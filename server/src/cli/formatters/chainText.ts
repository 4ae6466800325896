/** Below the table of `phase-docs status`: the phases as declared and as found, with what is open between them. */
import { countOf } from '../../features/countOf';
import type { ChainPhase } from '../chain';
import type { Paint } from '../paint';
import type { StatusInitiative } from '../report';
import { printable } from './printable';

/** More is for `--format json` and for `phase-docs report`. */
const MOST_LINES = 20;
const LONGEST = 100;

export function formatChain({ chain, pathOf }: StatusInitiative, paint: Paint): readonly string[] {
  const { phases, obligations, conflicts } = chain;
  if (phases.length === 0) return [];
  const at = (uri: string, line: number) => paint.dim(`${printable(pathOf(uri))}:${line + 1}`);
  const names = Math.max(...phases.map(({ name }) => name.length));
  return [
    '',
    '  Declared and found',
    ...phases.map((phase) => `    ${printable(phase.name).padEnd(names)}  ${declaredText(phase)}; ${foundText(phase)}`),
    ...listOf(
      'Promised and not answered',
      obligations.map(({ uri, position, label, description, suggestion }) => {
        const perhaps = suggestion ? `, perhaps in ${at(suggestion.uri, suggestion.line)}` : '';
        return `${printable(description)}: ${short(label)}  ${at(uri, position.line)}${perhaps}`;
      }),
    ),
    ...listOf(
      'Conflicts',
      conflicts.map(({ uri, line, rule, message }) => `${rule}: ${short(firstSentence(message))}  ${at(uri, line)}`),
    ),
  ];
}

function declaredText({ declared }: ChainPhase): string {
  return declared === undefined ? 'declares no status' : `declared "${short(declared)}"`;
}

function foundText({ openTasks, openClaims, conflicts, obligations }: ChainPhase): string {
  const parts = [
    openTasks > 0 ? countOf(openTasks, 'open task') : '',
    openClaims > 0 ? `${countOf(openClaims, 'claim')} without support` : '',
    obligations > 0 ? `${countOf(obligations, 'promise')} without answer` : '',
    conflicts > 0 ? countOf(conflicts, 'conflict') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'found nothing open' : `found ${parts.join(', ')}`;
}

function listOf(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST_LINES;
  return [
    `  ${title} (${lines.length})`,
    ...lines.slice(0, MOST_LINES).map((line) => `    ${line}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}

/** What is wrong; why and what to do, `phase-docs check` says. */
function firstSentence(message: string): string {
  return /^.+?[.:](?=\s+[A-Z])/su.exec(message)?.[0] ?? message;
}

function short(words: string): string {
  const text = printable(words.replace(/\s+/g, ' ').trim());
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
