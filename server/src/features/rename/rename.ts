/** Renames what stands at a position: a document, a heading, or the id of a decision, requirement or obligation. */
import type { Position } from 'vscode-languageserver-types';
import { baseName } from '../../model/paths';
import type { PhaseDocument } from '../../model/phaseDocument';
import { fragmentRange } from '../navigation/pointerAt';
import { subjectAt, type Subject } from '../navigation/subjectAt';
import { renameDocument } from './renameDocument';
import { headingWords, renameHeading } from './renameHeading';
import { renameId } from './renameId';
import type { RenamePlan, RenameProblem, RenameTarget } from './renamePlan';
import type { RenameSources } from './renameSources';
import { filePartRange } from './writtenPath';

/** Undefined where there is nothing that this could rename. */
export async function prepareRename(
  document: PhaseDocument,
  position: Position,
  sources: RenameSources,
): Promise<RenameTarget | RenameProblem | undefined> {
  const subject = subjectOf(document, position, sources);
  switch (subject?.type) {
    case undefined:
      return undefined;
    case 'id': {
      const { id, line, from, to } = subject.mention;
      return { range: { start: { line, character: from }, end: { line, character: to } }, placeholder: id };
    }
    case 'heading': {
      const target = await sources.read(subject.entry);
      const words = target && headingWords(target, subject.heading);
      if (!words) return { problem: 'The heading has several lines. Join them first.' };
      const range = (subject.from && fragmentRange(subject.from)) ?? words.range;
      return { range, placeholder: words.inline.text };
    }
    case 'file': {
      const { path, from } = subject;
      if (!sources.project.entry(path)) return noDocument(path);
      const range = from ? filePartRange(from, document.parsed) : titleWords(document, position);
      return range && { range, placeholder: baseName(path) };
    }
  }
}

/** Undefined where there is nothing that this could rename. */
export async function rename(
  document: PhaseDocument,
  position: Position,
  newName: string,
  sources: RenameSources,
): Promise<RenamePlan | RenameProblem | undefined> {
  const subject = subjectOf(document, position, sources);
  switch (subject?.type) {
    case undefined:
      return undefined;
    case 'id':
      return renameId(subject.meaning, newName, sources);
    case 'heading': {
      const target = await sources.read(subject.entry);
      return target && renameHeading(target, subject.entry, subject.heading, newName, sources);
    }
    case 'file':
      if (!sources.project.entry(subject.path)) return noDocument(subject.path);
      return renameDocument(subject.path, newName, sources);
  }
}

function subjectOf(document: PhaseDocument, position: Position, { project }: RenameSources): Subject | undefined {
  const entry = project.entry(document.path);
  return entry && subjectAt(document, entry, project, position);
}

function titleWords(document: PhaseDocument, { line }: Position): RenameTarget['range'] | undefined {
  const start = { line, character: 0 };
  return headingWords(document, { range: { start, end: start } })?.range;
}

function noDocument(path: string): RenameProblem {
  return {
    problem: `${baseName(path)} is no phase document. Rename it in the explorer: references follow.`,
  };
}
