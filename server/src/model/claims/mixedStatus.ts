/** Statuses whose sign and words say different things: `✅ IN PROGRESS`, `✅ **75% COMPLETE**`, `❌ PASS`. */
import type { Range } from 'vscode-languageserver-types';
import { findBrokenText } from '../../syntax/brokenText';
import { BlockMemo } from '../../syntax/blockMemo';
import type { Block, Inline, SectionContent } from '../../syntax/document';
import { maskedText } from '../../syntax/inlineText';
import { rangeInInline, shiftRange } from '../../syntax/positions';
import { perVocabulary } from './claimCache';
import { itemSegments, paragraphSegments, wholeSegment, type Segment } from './segments';
import { classifyStatusTokens, statusAt, statusPhrases, type StatusClass } from './statusWords';
import { isScript, type Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';

export interface MixedStatus {
  /** Of sign and words; like {@link signRange} relative to the first line of the section. */
  readonly range: Range;
  readonly signRange: Range;
  readonly sign: string;
  /** Without sign and markup. */
  readonly words: string;
  /** What the sign says, and what the words say. */
  readonly shown: ShownClass;
  readonly said: StatusClass;
}

/** What the signs say that are status signs and nothing else; coloured dots tell priorities too. */
const shownBy = {
  done: '✅ ☑ ✔ ✓',
  failed: '❌ ✗ ✘ ✖',
  active: '🔄 🚧',
  planned: '⏳ ⌛ ⬜ ☐',
} as const;

export type ShownClass = keyof typeof shownBy;

/** Words that say as much beside one sign as beside another: what a service does, what an attack met, what a thing is. */
const soft = words(`
  ready; ready for; ready to; active; running; started; starting; executing; implementing; developing; required; needed;
  needs; need; requires; next; future; open; closed; remaining; expected; simulated; mitigated; limited; to be; yet to;
  blocked; blocked by; blocked on; rejected; missing; waiting; waiting for; awaiting; dropped; stalled; paused;
  pass with issues; pass with suggestions; pass with warnings; passed with issues; passed via guide; conditional pass;
  conditional-pass; conditionally approved; completed with issues; complete with issues; tools completed; unblocked;
  reassessment; partial success; success; functional; merged; green; working; deployed; released; limited
`);

/** Words that beside a cross can only be a verdict; `❌ Tested` also lists what is not. */
const verdicts = words(`
  pass; passed; passes; passing; complete; completed; completed successfully; successfully completed; done; fixed;
  resolved; achieved; met; exceeded; satisfied; finished
`);

/** Words that a share below 100 % takes back; other shares are measured: `✅ 92% PASSED`. */
const wholeWords = words('complete; completed; done; finished; implemented; fully implemented');

/** Words that a status may hold besides its phrase. */
const fillers = words(
  'fully; now; is; still; currently; has; have; been; phase; phases; week; day; sprint; step; stage; and',
);

/** Words after which nothing is mixed: a failure that was wanted, a status that is over. */
const excuses = words(
  'expected; intended; intentional; intentionally; correctly; design; previously; was; were; before; originally; until',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(';').map((phrase) => phrase.trim()));
}

const shownClasses = new Map<string, ShownClass>();
for (const [name, signs] of Object.entries(shownBy) as [ShownClass, string][])
  for (const sign of signs.split(' ')) shownClasses.set(sign, name);

const cacheOf = perVocabulary(() => ({
  sections: new WeakMap<SectionContent, readonly MixedStatus[]>(),
  blocks: new BlockMemo<readonly MixedStatus[]>(),
}));

/** The mixed statuses of a section, in order. Quotations, code and struck-out words are not read. */
export function findMixedStatuses(
  section: SectionContent,
  vocabulary: ClaimVocabulary | undefined,
): readonly MixedStatus[] {
  const cache = cacheOf(vocabulary);
  let found = cache.sections.get(section);
  if (!found) {
    found = [
      ...(section.heading ? inInline(section.heading.inline, wholeSegment, vocabulary) : []),
      ...section.blocks.flatMap(({ block, line }) => {
        const here = cache.blocks.get(block, section, () => inBlock(block, vocabulary));
        return here.map((each) => shift(each, line));
      }),
    ];
    cache.sections.set(section, found);
  }
  return found;
}

function shift(mixed: MixedStatus, lines: number): MixedStatus {
  return { ...mixed, range: shiftRange(mixed.range, lines), signRange: shiftRange(mixed.signRange, lines) };
}

function inBlock(block: Block, vocabulary: ClaimVocabulary | undefined): readonly MixedStatus[] {
  switch (block.type) {
    case 'paragraph':
      return inInline(block.inline, paragraphSegments, vocabulary);
    case 'item':
      return [
        ...(block.inline ? inInline(block.inline, itemSegments, vocabulary) : []),
        ...block.children.flatMap((child) => inBlock(child, vocabulary)),
      ];
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => inInline(cell, wholeSegment, vocabulary)));
    default:
      return [];
  }
}

/** Any sign of a status, whole or broken, is beyond ASCII. */
const BEYOND_ASCII = /[^\u0000-\u007f]/;

function inInline(
  inline: Inline,
  cut: (inline: Inline) => Segment | readonly Segment[],
  vocabulary: ClaimVocabulary | undefined,
): readonly MixedStatus[] {
  if (!BEYOND_ASCII.test(inline.text)) return [];
  const segments = cut(inline);
  return ('tokens' in segments ? [segments] : segments).flatMap(
    (segment) => inSegment(inline, segment, vocabulary) ?? [],
  );
}

function inSegment(
  inline: Inline,
  { tokens, labelEnd }: Segment,
  vocabulary: ClaimVocabulary | undefined,
): MixedStatus | undefined {
  const signs = tokens.filter((token) => token.kind === 'mark' && token.mark !== 'decoration');
  const [sign] = signs;
  // Several signs are a legend, a change or a table in a line.
  if (sign?.kind !== 'mark' || signs.length > 1 || tokens.some(({ word }) => excuses.has(word))) return undefined;
  const shown = shownClasses.get(findBrokenText(sign.word)[0]?.was ?? sign.word);
  if (shown === undefined || isStruckOut(inline, sign)) return undefined;
  const part = partAround(tokens, tokens.indexOf(sign));
  const said = readPart(part, shown, tokens.indexOf(sign) < labelEnd, vocabulary);
  if (said === undefined || !isContrary(shown, said)) return undefined;
  const [from, to] = [part[0]?.from ?? sign.from, part.at(-1)?.to ?? sign.to];
  const text = maskedText(inline, { code: true });
  return {
    range: rangeInInline(inline, from, to),
    signRange: rangeInInline(inline, sign.from, sign.to),
    sign: sign.word,
    words: `${text.slice(from, sign.from)} ${text.slice(sign.to, to)}`.replace(/[\s\ufe0f]+/g, ' ').trim(),
    shown,
    said,
  };
}

function isStruckOut({ spans }: Inline, { from, to }: Token): boolean {
  return spans.some((span) => span.type === 'strikethrough' && span.from <= from && span.to >= to);
}

/** A sign and its words up to the next stop, with a share in brackets behind them: `✅ COMPLETE (75%)`, `DONE ✅`. */
function partAround(tokens: readonly Token[], at: number): readonly Token[] {
  let from = at;
  let to = at + 1;
  while (to < tokens.length && tokens[to]?.kind !== 'stop') to++;
  // `Importer ✅ DONE`: the words behind the sign are the status, those before it say whose.
  if (to === at + 1) while (from > 0 && tokens[from - 1]?.kind !== 'stop') from--;
  const after = tokens[to + 2];
  const hasShare = isPartialShare(tokens[to + 1]) && (after === undefined || after.kind === 'stop');
  return tokens.slice(from, hasShare ? Math.min(to + (after?.word === ')' ? 3 : 2), tokens.length) : to);
}

/** `75%`, `10/12`. */
function isPartialShare(token: Token | undefined): boolean {
  if (token?.kind !== 'number') return false;
  return token.outOf === undefined ? token.unit === '%' && token.value < 100 : token.value < token.outOf;
}

/** What the words say, if there is nothing else beside the sign: `IN PROGRESS`, `75% COMPLETE`; not `Pending items listed`. */
function readPart(
  part: readonly Token[],
  shown: ShownClass,
  isLabel: boolean,
  vocabulary: ClaimVocabulary | undefined,
): StatusClass | undefined {
  const isFirst = part[0]?.kind === 'mark';
  const said = part.filter(({ kind }) => kind === 'word' || kind === 'number');
  const phrases = pureStatus(said, vocabulary);
  const [phrase] = phrases ?? [];
  if (phrase === undefined || soft.has(phrase)) return undefined;
  const isLoud = said.some((token) => token.kind === 'word' && token.shouted);
  // `✅ Week 11 planned: …` names what was achieved.
  if (isLabel && !isLoud) return undefined;
  const hasShare = said.some(isPartialShare);
  const status = classifyStatusTokens(said, vocabulary);
  if (status === 'done' && !hasShare && !verdicts.has(phrase) && !isLoud) return undefined;
  if (hasShare && (status === 'done' || status === 'partial')) return wholeWords.has(phrase) ? 'partial' : undefined;
  // `Tested ❌` answers a question.
  return isFirst || shown === 'done' ? status : undefined;
}

/** The phrases of a text that holds nothing else; numbers may name a phase or a share. */
function pureStatus(tokens: readonly Token[], vocabulary: ClaimVocabulary | undefined): readonly string[] | undefined {
  const phrases: string[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i];
    const hit = statusAt(tokens, i, vocabulary);
    // Without spaces a word is a whole clause.
    if (hit && isScript(token?.word.charCodeAt(0) ?? 0) && !isPhrase(token?.word ?? '', vocabulary)) return undefined;
    if (hit)
      phrases.push(
        tokens
          .slice(hit.from, hit.to)
          .map(({ word }) => word)
          .join(' '),
      );
    else if (token?.kind !== 'number' && !fillers.has(token?.word ?? '')) return undefined;
    i = hit ? hit.to : i + 1;
  }
  return phrases;
}

function isPhrase(word: string, vocabulary: ClaimVocabulary | undefined): boolean {
  return [statusPhrases, vocabulary?.statuses ?? {}].some((classes) =>
    Object.values(classes).some((phrases) => phrases.includes(word)),
  );
}

const unfinished: ReadonlySet<StatusClass> = new Set<StatusClass>([
  'partial',
  'active',
  'planned',
  'blocked',
  'failed',
]);

function isContrary(shown: ShownClass, said: StatusClass): boolean {
  if (shown === 'done') return unfinished.has(said);
  return said === 'done' || (said === 'failed' && shown !== 'failed');
}
