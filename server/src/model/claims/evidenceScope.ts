/** Which pointers may show a claim to be true, and which labels offer evidence. */
import type { Inline, Pointer } from '../../syntax/document';
import type { Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';

/** Labels of fields that offer evidence, without markup and colon. */
const evidenceLabels = new Set([
  'evidence',
  'evidences',
  'proof',
  'proofs',
  'verified by',
  'source',
  'sources',
  'test results',
  'test result',
  'artifact',
  'artifacts',
  'artefact',
  'artefacts',
  'see',
  'see also',
  '証拠',
  '証跡',
  'エビデンス',
  '根拠',
]);

/** Last words by which a longer label offers evidence: `Supporting Evidence`; not `Proof of Concept`. */
const evidenceWords = new Set(['evidence', 'proof']);

/** Words of which a label of evidence has at least one. */
const evidenceLabelWords = new Set([...evidenceLabels].flatMap((label) => label.split(' ')));

/** Words that a label of evidence has at most. */
const longestLabel = 4;

/** Is it the label of a field that offers evidence? */
export function isEvidenceLabel(label: readonly Token[], vocabulary: ClaimVocabulary | undefined): boolean {
  if (label.length === 0 || label.length > longestLabel + 1) return false;
  // Most labels begin and end with other words.
  if (!vocabulary?.evidenceLabels && !label.some((token) => evidenceLabelWords.has(token.word))) return false;
  const words = label.filter((token) => token.kind === 'word').map((token) => token.word);
  if (words[0] === 'evidence' || evidenceWords.has(words.at(-1) ?? '')) return true;
  const name = words.join(' ');
  return evidenceLabels.has(name) || (vocabulary?.evidenceLabels?.some((own) => own.toLowerCase() === name) ?? false);
}

/** Words after a file name that make it a name of what was to be reached: `All PRD003.md requirements met`. */
const requirementNouns = new Set(
  'requirement requirements criteria criterion goals goal objectives objective targets target specification specifications spec specs tasks items checklist obligations benchmarks'.split(
    ' ',
  ),
);

const linesOf = new WeakMap<Inline, readonly string[]>();

/** A line of a text, split once for all its pointers. @param line counted like the range of the text */
function lineAt(inline: Inline, line: number): string {
  if (inline.range.start.line === inline.range.end.line) return inline.text;
  let lines = linesOf.get(inline);
  if (!lines) {
    lines = inline.text.split('\n');
    linesOf.set(inline, lines);
  }
  return lines[line - inline.range.start.line] ?? '';
}

/** The pointers of a text that do more than name what is claimed. */
export function evidencePointers(inline: Inline): readonly Pointer[] {
  if (inline.pointers.length === 0) return inline.pointers;
  return inline.pointers.filter((pointer) => !namesRequirement(inline, pointer) && !isTakenAway(inline, pointer));
}

/** How far from a pointer the words it goes with are looked for, in UTF-16 units. */
const wordReach = 40;

/** The word after a pointer. Matches ` requirements`, `` ` criteria``; does not match `) requirements`, `, goals`. */
const nextWord = /^[`*_]* ([A-Za-z]+)/;

/** What a pointer is the origin of. Matches `criteria from `, `` goals in ` ``; does not match `criteria, see `. */
const ownerWord = /([A-Za-z]+) (?:from|of|in|per|defined in|set in|set by) [`*_@]{0,3}$/;

function namesRequirement(inline: Inline, pointer: Pointer): boolean {
  if (pointer.form === 'url' || pointer.form === 'commit' || pointer.form === 'issue' || pointer.form === 'link')
    return false;
  const { range } = pointer;
  if (range.end.line !== range.start.line) return false;
  const line = lineAt(inline, range.end.line);
  const column =
    range.end.line === inline.range.start.line
      ? range.end.character - inline.range.start.character
      : range.end.character;
  const start =
    range.start.line === range.end.line && range.end.line === inline.range.start.line
      ? inline.range.start.character
      : 0;
  const from = range.start.character - start;
  const owner = ownerWord.exec(line.slice(Math.max(0, from - wordReach), from))?.[1];
  if (owner !== undefined && requirementNouns.has(owner.toLowerCase())) return true;
  const word = nextWord.exec(line.slice(column, column + wordReach))?.[1];
  return word !== undefined && requirementNouns.has(word.toLowerCase());
}

/** Words that take a file away. Matches `Removed `, `deleted the old `; does not match `removed it. See `, `removal in `. */
const removal =
  /\b(?:remov(?:e|ed|es|ing)|delet(?:e|ed|es|ing)|eliminat(?:e|ed|es|ing)|dropp?(?:ed|ing)|retir(?:e|ed|ing)|get rid of)\b[^.;:,()]*$/i;

/** `Removed `old_relay.py``: that the file is not there is what is claimed. */
function isTakenAway(inline: Inline, { form, range }: Pointer): boolean {
  if (form === 'url' || form === 'commit' || form === 'issue') return false;
  const line = lineAt(inline, range.start.line);
  const start = range.start.line === inline.range.start.line ? inline.range.start.character : 0;
  const column = range.start.character - start;
  return removal.test(line.slice(Math.max(0, column - wordReach), column));
}

/** Languages of fences that hold output or data, not a program. */
const outputLanguages = new Set(
  'text txt log console output plaintext json jsonl xml csv tsv tap junit terminal shell-session shellsession stdout stdout-log results'.split(
    ' ',
  ),
);
const shellLanguages = new Set('bash sh shell zsh powershell'.split(' '));

/**
 * A line that a tool has printed. Matches `12 passed, 0 failed`, `Tests: 5`, `real 0m3.2s`, `exit code 0`, `ok 1`; does not match
 * `npm test`, `# run all tests`.
 */
const outputLine =
  /\d+ (?:tests? )?(?:passed|failed|passing|failing|errors?|warnings?|skipped|ms\b)|^(?:test result|tests?|suites?|ran|real|user|sys|ok|not ok|pass|fail|passed|failed|total|time|exit code|error)\b[: ].*\d|\d(?:\.\d+)? ?(?:%|ms|s\b|req\/s|MB)|\| *\d[\d.]* *\|/im;

/** A key of data about an outcome. Matches `"status": "ok"`, `"passed": 12`; does not match `"version": "0.2.0"`, `"request": "launch"`. */
const outcomeKey =
  /"(?:status|result|results|detail|error|message|success|success_rate|passed|failed|total|count|duration|elapsed|score|coverage|tests?|pct|response|healthy|timestamp|overall_status|time_ms|latency)"\s*:/i;

/** Does a fenced block paste output or measured data? */
export function isLog(info: string, content: string): boolean {
  const language = (info.split(/[\s:{]/, 1)[0] ?? '').toLowerCase();
  if (language === 'json') return outcomeKey.test(content);
  if (language === '' || outputLanguages.has(language) || shellLanguages.has(language)) return outputLine.test(content);
  return false;
}
