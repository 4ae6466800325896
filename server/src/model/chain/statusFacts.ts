/** Statuses in every form: fields, headings, tracker lines and tables, front matter. */
import type { Block, Field, Inline, SectionContent, Table } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import { classifyStatus, classifyStatusTokens, statusAt } from '../claims/statusWords';
import { tokenize, type Token } from '../claims/tokens';
import { parsePhaseId } from '../phaseId';
import type { ClaimVocabulary } from '../claims/vocabulary';
import type { StatusFact, StatusScope, TitleFact } from './chainFacts';
import { foldedWords, isGeneral } from './foldWords';
import { onlyPhase, phasesNamed } from './phaseNames';

/** A status whose place in the document is not known yet. Ranges are relative to the section's first line. */
export interface SectionStatus extends Omit<StatusFact, 'place'> {
  /** A thematic break stands before it: it belongs to no section. */
  readonly afterBreak: boolean;
}

export interface SectionStatuses {
  readonly statuses: readonly SectionStatus[];
  readonly titles: readonly TitleFact[];
}

/** What a status label may hold besides `status` and the phase. */
const whole = new Set(
  'current overall final project initiative document status phase completion complete implementation'.split(' '),
);
const STATUS_COLUMN = /^(?:status|state|progress|completion status)$/i;

/** @param vocabulary the team's own status words */
export function sectionStatuses(content: SectionContent, vocabulary: ClaimVocabulary | undefined): SectionStatuses {
  return new StatusReader(vocabulary).read(content);
}

class StatusReader {
  readonly #statuses: SectionStatus[] = [];
  readonly #titles: TitleFact[] = [];
  readonly #vocabulary: ClaimVocabulary | undefined;
  #afterBreak = false;

  constructor(vocabulary: ClaimVocabulary | undefined) {
    this.#vocabulary = vocabulary;
  }

  read({ heading, blocks }: SectionContent): SectionStatuses {
    if (heading) this.#readHeading(heading.inline);
    for (const { block, line } of blocks) this.#readBlock(block, line);
    return { statuses: this.#statuses, titles: this.#titles };
  }

  #readHeading(inline: Inline): void {
    const text = plainText(inline);
    const colon = text.indexOf(':');
    const label = colon < 0 ? undefined : labelOf(text.slice(0, colon));
    const { range } = inline;
    if (label) {
      const value = text.slice(colon + 1).trim();
      const status = classifyStatus(value, this.#vocabulary);
      if (status) this.#add({ ...label, words: value, range, class: status, form: 'heading', names: onlyPhase(value) });
      return;
    }
    this.#readTracked(text, range, 'heading');
  }

  #readBlock(block: Block, line: number): void {
    switch (block.type) {
      case 'paragraph':
        for (const field of block.fields) this.#readField(field, line);
        break;
      case 'item':
        // `7. **Final Status**: Complete the overview` numbers what is to be done.
        if (!block.ordered) for (const field of block.fields) this.#readField(field, line);
        if (block.inline && block.inline.text.length < 300) {
          this.#readTracked(plainText(block.inline), shiftRange(firstLine(block.inline), line), 'tracker');
        }
        for (const child of block.children) this.#readBlock(child, line);
        break;
      case 'table':
        for (const field of block.fields) this.#readField(field, line);
        this.#readTable(block, line);
        break;
      case 'break':
        this.#afterBreak = true;
        break;
      default:
    }
  }

  #readField({ label: name, value, labelRange, valueRange }: Field, line: number): void {
    const label = labelOf(name);
    const status = label && classifyStatus(value, this.#vocabulary);
    if (!status) return;
    const range = shiftRange({ start: labelRange.start, end: valueRange.end }, line);
    const words = plainValue(value);
    this.#add({ ...label, words, range, class: status, form: 'field', names: onlyPhase(value) });
  }

  /** `Phase 1: ✅ COMPLETED - Local setup`, `## Phase 3: Worker pipeline ✅ COMPLETED`, `Phase 2: Search`. */
  #readTracked(text: string, range: StatusFact['range'], form: 'heading' | 'tracker'): void {
    const named = phasesNamed(text);
    const phase = named.keys[0];
    if (phase === undefined || named.several || !named.leading) return;
    const rest = text.slice(named.end);
    // `Phase 8 Requirements`, `Phase 1 was completed`: no name of a phase.
    if (!PHASE_ENDS.test(rest)) return;
    const before = text.slice(0, named.end);
    const found = trackedStatus(tokenize(rest), tokenize(before), this.#vocabulary);
    if (found) {
      const names = undefined;
      this.#add({ scope: 'phase', phase, label: 'phase', words: text, range, class: found, form, names });
    }
    const title = titleIn(rest, this.#vocabulary);
    if (title) this.#titles.push({ phase, words: title, range, form });
  }

  #readTable(table: Table, line: number): void {
    const names = table.header.cells.map((cell) => plainText(cell).trim());
    const statusColumn = names.findIndex((name) => STATUS_COLUMN.test(name));
    for (const row of table.rows) {
      const first = row.cells[0];
      if (!first) continue;
      const text = plainText(first).trim();
      const isBare = /^\d+(?:[._]\d+)*[a-z]?$/i.test(text) && isPhaseNumber(names);
      const named = phasesNamed(isBare ? `Phase ${text}` : text);
      const phase = named.keys[0];
      if (phase === undefined || named.several || !named.leading) continue;
      if (!isBare && !PHASE_ENDS.test(text.slice(named.end))) continue;
      const cell = row.cells[statusColumn];
      const value = cell && plainText(cell).trim();
      const status = value === undefined ? undefined : classifyStatus(value, this.#vocabulary);
      const range = shiftRange(row.range, line);
      if (status && value !== undefined) {
        this.#add({
          scope: 'phase',
          phase,
          label: 'phase',
          words: value,
          range,
          class: status,
          form: 'tracker',
          names: undefined,
        });
      }
      const rest = titleIn(isBare ? '' : text.slice(named.end), this.#vocabulary);
      const second = row.cells[1];
      const title =
        rest ??
        (second && TITLE_COLUMN.test(names[1] ?? '') ? titleIn(plainText(second), this.#vocabulary) : undefined);
      if (title) this.#titles.push({ phase, words: title, range, form: 'tracker' });
    }
  }

  #add(status: Omit<SectionStatus, 'afterBreak'>): void {
    this.#statuses.push({ ...status, afterBreak: this.#afterBreak });
  }
}

/** `| Phase | …`, `| # | Phase | …`: bare numbers below are phases. */
function isPhaseNumber([first = '', second = '']: readonly string[]): boolean {
  return /^phase$/i.test(first) || (/^(?:#|no\.?|nr\.?|id)$/i.test(first) && /^phase(?: name| title)?$/i.test(second));
}

const TITLE_COLUMN = /^(?:name|title|focus|focus area|description|goal|scope|phase|phase name|objective)s?$/i;

/** Scope and phase of a status label; undefined if it is the status of a part or of something else. */
export function labelOf(
  name: string,
): { readonly scope: StatusScope; readonly phase: string; readonly label: string } | undefined {
  if (!/status/i.test(name) || name.length > 60) return undefined;
  const { keys, several } = phasesNamed(name);
  const words = foldedWords(name);
  if (several || words.some((word) => !whole.has(word) && !isPhaseId(word, keys[0]))) return undefined;
  const phase = keys[0];
  const label = words.join(' ');
  if (phase !== undefined) return { scope: 'phase', phase, label };
  const isProject = words.includes('project') || words.includes('initiative');
  return { scope: isProject ? 'initiative' : 'document', phase: '', label };
}

/** After the name of a phase that stands for itself: `: Search`, ` - Search`, ` (week 2)`, ` ✅`; not ` Requirements`. */
const PHASE_ENDS = /^\s*(?:[:：–—(|*-]|\p{So}|$)/u;

function isPhaseId(word: string, phase: string | undefined): boolean {
  return phase !== undefined && parsePhaseId(word)?.key === phase;
}

/** The status that a tracker's line gives: by a sign, or by words that stand for themselves. */
function trackedStatus(rest: readonly Token[], before: readonly Token[], vocabulary: ClaimVocabulary | undefined) {
  const sign = rest.findIndex((token) => token.kind === 'mark' && token.mark !== 'decoration');
  if (sign >= 0) return classifyStatusTokens(statusPart(rest.slice(sign)), vocabulary);
  const first = before.find((token) => token.kind === 'mark' && token.mark !== 'decoration');
  for (const [index, token] of rest.entries()) {
    if (token.kind !== 'stop') continue;
    const hit = statusAt(rest, index + 1, vocabulary);
    const next = hit && rest[hit.to];
    const standsAlone = hit && (next === undefined || next.kind === 'stop' || next.kind === 'mark');
    if (standsAlone) return classifyStatusTokens(rest.slice(index + 1, hit.to), vocabulary);
  }
  return first ? classifyStatusTokens([first], vocabulary) : undefined;
}

/** Up to the dash or bracket that begins a title or a remark. */
function statusPart(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex((token, index) => index > 0 && token.kind === 'stop' && /^[-–—(|:]$/.test(token.word));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** The name of a phase in what follows its id: the first part that is neither a status nor a time. */
function titleIn(text: string, vocabulary: ClaimVocabulary | undefined): string | undefined {
  for (const part of text.split(/\s[-–—]\s|[:()|✅❌🔄⏳🚧⚠📋🎯]|\s*→\s*/u)) {
    const words = foldedWords(part);
    if (words.length === 0 || words.length > 12 || TIME.test(part)) continue;
    if (statusAt(tokenize(part), 0, vocabulary) && words.length < 3) continue;
    if (words.filter((word) => !isGeneral(word)).length < 1) return undefined;
    return part.replace(/[^\p{L}\p{N})]+$/u, '').trim();
  }
  return undefined;
}

/** `Week 2`, `Days 1-3`, `2-3 days`, `Q3 2025`. */
const TIME = /\b(?:weeks?|days?|hours?|months?|minutes?|Q[1-4]|20\d\d)\b/i;

function firstLine({ range, text }: Inline): Inline['range'] {
  const lineBreak = text.indexOf('\n');
  if (lineBreak < 0) return range;
  return { start: range.start, end: { line: range.start.line, character: range.start.character + lineBreak } };
}

function plainValue(value: string): string {
  return value.replace(/[*_`]+/g, '').trim();
}
