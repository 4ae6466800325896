/** From what a document promises to where it is answered, and back. Only answers that are told, none that are guessed. */
import type { Location, Position, Range } from 'vscode-languageserver-types';
import type { PromiseFact } from '../../model/chain/chainFacts';
import { sameIteration } from '../../model/chain/currentEntries';
import {
  answeringEntries,
  answeringPhases,
  findAnswer,
  isDueIn,
  type AnswerPlace,
} from '../../model/chain/obligations';
import { baseName } from '../../model/paths';
import type { PhaseDocument } from '../../model/phaseDocument';
import { comparePhases } from '../../model/phaseId';
import type { DocumentEntry, ProjectView } from '../../model/project';
import type { ParsedDocument } from '../../syntax/document';
import { sectionAt, shiftRange } from '../../syntax/positions';
import { inlinesOf, walkBlocks } from '../../syntax/walk';
import { holds } from './pointerAt';

export interface AnsweredPromise {
  readonly entry: DocumentEntry;
  readonly promise: PromiseFact;
  readonly answer: AnswerPlace;
}

/** Nobody hands over more than that; what stands behind it is not looked for. */
const MOST_PROMISES = 200;

/** What is promised at a position, with its answer; undefined where nothing is, or nobody has answered. */
export function promiseAt(entry: DocumentEntry, project: ProjectView, position: Position): AnsweredPromise | undefined {
  const promise = promisesOf(entry).find(({ range }) => holds(range, position));
  const answer = promise && answerTo(promise, entry, project);
  return answer && { entry, promise, answer };
}

/** What earlier phases promised and the line at a position answers. */
export function promisesAnsweredAt(
  { parsed }: PhaseDocument,
  entry: DocumentEntry,
  project: ProjectView,
  position: Position,
): readonly AnsweredPromise[] {
  const { phase, initiative } = entry.identity;
  const range = textAt(parsed, position);
  if (!phase || !range) return [];
  const found: AnsweredPromise[] = [];
  for (const earlier of project.chain.phases(initiative)) {
    if (comparePhases(earlier, phase) >= 0) break;
    for (const other of project.chain.phase(initiative, earlier.key).entries) {
      const isOfPhase = other.identity.phase?.key === earlier.key && sameIteration(other.identity, entry.identity);
      for (const promise of isOfPhase ? promisesOf(other) : []) {
        const answer = answerTo(promise, other, project);
        if (answer?.entry === entry && answerLine(promise, answer) === range.start.line)
          found.push({ entry: other, promise, answer });
      }
    }
  }
  return found;
}

/** Exact if the document with the answer can be had, else the beginning of the line. */
export function answerLocation({ promise, answer }: AnsweredPromise, document: PhaseDocument | undefined): Location {
  const line = answerLine(promise, answer);
  const start = { line, character: 0 };
  const range = document && textOnLine(document.parsed, line);
  return { uri: answer.entry.uri, range: range ?? { start, end: start } };
}

/** Files are documents of their own: references lead to them. */
function promisesOf({ facts }: DocumentEntry): readonly PromiseFact[] {
  return facts.chain.promises.filter(({ kind }) => kind !== 'output' && kind !== 'reference').slice(0, MOST_PROMISES);
}

function answerTo(promise: PromiseFact, entry: DocumentEntry, project: ProjectView): AnswerPlace | undefined {
  const { phase, initiative } = entry.identity;
  const later = answeringPhases(entry, project);
  const targets = promise.kind === 'criterion' ? project.chain.phases(initiative) : later;
  for (const target of targets) {
    if (!isDueIn(promise, target, phase, later[0])) continue;
    const obligation = findAnswer(promise, answeringEntries(entry, target, project));
    if (obligation.state !== 'open') return obligation.place;
  }
  return undefined;
}

/** A file that is named answers where it is named. */
function answerLine({ files }: PromiseFact, { entry, line }: AnswerPlace): number {
  if (line > 0 || files.length === 0) return line;
  const names = new Set(files.map((file) => baseName(file).toLowerCase()));
  for (const { line: at, names: here } of entry.facts.named.sections) {
    const reference = here.references.find(({ pointer }) => names.has(baseName(pointer.target).toLowerCase()));
    if (reference) return at + reference.range.start.line;
  }
  return line;
}

function textAt(parsed: ParsedDocument, position: Position): Range | undefined {
  return findText(parsed, position.line, (range) => holds(range, position));
}

function textOnLine(parsed: ParsedDocument, line: number): Range | undefined {
  return findText(parsed, line, ({ start }) => start.line === line);
}

/** The range of the first heading, item, paragraph or cell in a section that is the one. */
function findText(parsed: ParsedDocument, line: number, isIt: (range: Range) => boolean): Range | undefined {
  const section = sectionAt(parsed, line);
  const { heading } = section.content;
  const own = heading && shiftRange(heading.inline.range, section.line);
  if (own && isIt(own)) return own;
  for (const { block, line: origin } of walkBlocks(section)) {
    for (const inline of inlinesOf(block)) {
      const range = shiftRange(inline.range, origin);
      if (isIt(range)) return range;
    }
  }
  return undefined;
}
