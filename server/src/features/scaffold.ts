/** The files of a next phase, made from the schemas and from what the previous phase has left. */
import { kindTitle } from '../model/documentKind';
import type { DocumentKind } from '../model/documentKind';
import { comparePhases, parsePhaseId } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import { presetNamed } from '../model/presets/index';
import type { DocumentEntry, ProjectView } from '../model/project';
import type { ScaffoldFile, ScaffoldParams, ScaffoldPlan, ScaffoldSource } from '../authoringProtocol';
import { builtinSchema, builtinSchemaKinds } from '../schema/builtinSchemas';
import { plainDocumentStyle, renderDocument } from '../schema/renderDocument';
import type { TemplateValues } from '../schema/renderTemplate';
import { parseDocument } from '../syntax/parseDocument';
import type { ParsedDocument } from '../syntax/document';
import { groupBy, initiativeIdOf, initiativeLabel } from './initiatives';
import { measuredValues, reportsFor } from './scaffoldMeasured';
import { collectOpenItems } from './scaffoldOpenItems';
import { nameDocument, suggestNextPhase } from './scaffoldNames';
import { findReferenceStyle, referTo } from './scaffoldReferences';
import type { ReferenceStyle } from './scaffoldReferences';
import { modelsOf, shapeSchema, type Model } from './scaffoldShape';
import { fillTemplate, templateFor } from './scaffoldTemplates';

/** Kinds that a scaffold can make, in the order in which they are written. */
const scaffoldKinds: readonly DocumentKind[] = ['prompt', 'notes', 'decisions', 'testing-summary', 'handoff'];
/** Documents of the whole initiative that a prompt refers to, in this order. */
const sharedKinds: readonly DocumentKind[] = ['context', 'prd', 'rfc', 'todo'];

/**
 * The phases after which a next one can be made: the last one of each initiative, and before them that of the given
 * document.
 */
export function getScaffoldSources(project: ProjectView, uri?: string): readonly ScaffoldSource[] {
  const here = project.documents.find((entry) => entry.uri === uri);
  const sources: ScaffoldSource[] = [];
  for (const [initiativeId, documents] of groupInitiatives(project)) {
    const phases = phasesOf(documents);
    const last = phases.at(-1);
    if (!last) continue;
    const own = here && documents.includes(here) ? here.identity.phase : undefined;
    const isHere = here !== undefined && documents.includes(here);
    const ofInitiative = [...(own && own.key !== last.key ? [own] : []), last].map((phase) =>
      toSource(project, initiativeId, documents, phase),
    );
    if (isHere) sources.unshift(...ofInitiative);
    else sources.push(...ofInitiative);
  }
  return sources;
}

/** How what is not known of a project yet is found out. */
export interface ScaffoldReader {
  readonly readText: (uri: string) => Promise<string | undefined>;
  /** Makes the readings of reports known to the project. @param paths relative to the workspace folder */
  readonly readReports: (paths: readonly string[]) => Promise<void>;
}

/** Plans the files of a phase. Files that are there stay as they are; nothing is written. */
export async function planScaffold(
  project: ProjectView,
  { initiativeId, phase, nextPhase, kinds }: ScaffoldParams,
  { readText, readReports }: ScaffoldReader,
): Promise<ScaffoldPlan> {
  const documents = groupInitiatives(project).get(initiativeId);
  const previous = parsePhaseId(phase);
  const next = parsePhaseId(nextPhase.trim());
  const source = documents?.filter(({ identity }) => identity.phase?.key === previous?.key) ?? [];
  if (!documents || !previous || source.length === 0)
    return problem(`There are no documents of phase ${phase} any more. Try again.`);
  if (!next) return problem(`"${nextPhase}" is no phase. Use a number such as 9 or 2.5, or a letter.`);
  if (next.key === previous.key)
    return problem(`Phase ${previous.text} is there already. Give the new phase another name.`);
  const wanted = scaffoldKinds.filter((kind) => kinds.includes(kind));
  if (wanted.length === 0) return problem('Choose at least one kind of document.');

  const files = wanted.map((kind) => placeFile(project, documents, previous, next, kind));
  const read = async (entry: DocumentEntry): Promise<ParsedDocument | undefined> => {
    const text = await readText(entry.uri);
    return text === undefined ? undefined : parseDocument(text);
  };
  const style = await findReferenceStyle(documents, previous, read);
  const carrier = files.find(({ kind, exists }) => !exists && (kind === 'prompt' || kind === 'notes'));
  const carried =
    carrier && (await collectOpenItems(project, { documents, previous, next, target: carrier.path, read }));
  const planned: ScaffoldFile[] = [];
  for (const file of files) {
    const { kind, path, exists } = file;
    if (kind === 'testing-summary' && !exists) await readReports(reportsFor(path, project));
    const values: TemplateValues = {
      phase: next.text,
      previous: previous.text,
      carried: file === carrier ? carried : undefined,
      ...(kind === 'prompt' && promptValues(project, documents, source, files, path, style)),
      ...(kind === 'testing-summary' && !exists && measuredValues(path, project)),
    };
    const text = exists ? '' : await textOf(project, documents, file, values, readText);
    planned.push({ uri: project.uriOf(path), path, text, exists });
  }
  return { files: planned };
}

/** By the team's own template, else by its own schema, else in the shape of its earlier documents. */
async function textOf(
  project: ProjectView,
  documents: readonly DocumentEntry[],
  { kind, path }: PlacedFile,
  values: TemplateValues,
  readText: ScaffoldReader['readText'],
): Promise<string> {
  const next = suggestNextPhase(values['phase'] ?? '') ?? '';
  const template = templateFor(project.templates, kind);
  const own = template === undefined ? undefined : await readText(project.uriOf(template));
  if (own !== undefined) return fillTemplate(own, { ...values, next });
  const schema = project.schemaFor(path, kind);
  if (!schema) return '';
  const models: Model[] = [];
  for (const { uri, identity } of schema === builtinSchema(kind) ? modelsOf(documents, kind) : []) {
    const text = await readText(uri);
    if (text !== undefined && identity.phase) models.push({ parsed: parseDocument(text), phase: identity.phase });
  }
  return renderDocument(shapeSchema(schema, models, values, next), values, plainDocumentStyle(values));
}

interface PlacedFile {
  readonly kind: DocumentKind;
  readonly path: string;
  readonly exists: boolean;
}

/** A document of that kind and phase that is there under any name is the file. */
function placeFile(
  project: ProjectView,
  documents: readonly DocumentEntry[],
  previous: PhaseId,
  next: PhaseId,
  kind: DocumentKind,
): PlacedFile {
  const there = documents.find(({ identity }) => identity.kind === kind && identity.phase?.key === next.key);
  const path = there?.path ?? nameDocument(documents, previous, next, kind);
  return { kind, path, exists: there !== undefined || project.hasFile(path) };
}

/** What the prompt says of documents to read and files to write. */
function promptValues(
  project: ProjectView,
  documents: readonly DocumentEntry[],
  source: readonly DocumentEntry[],
  files: readonly PlacedFile[],
  path: string,
  style: ReferenceStyle,
): TemplateValues {
  const shared = documents
    .filter(({ identity }) => !identity.phase && sharedKinds.includes(identity.kind))
    .sort((a, b) => sharedKinds.indexOf(a.identity.kind) - sharedKinds.indexOf(b.identity.kind));
  const ofPhase = source
    .filter(({ identity }) => identity.kind !== 'prompt')
    .sort((a, b) => readingRank(a.identity.kind) - readingRank(b.identity.kind));
  const references = [...shared, ...ofPhase].map(
    (entry) => `- ${referTo(project, path, entry.path, style)} - ${describe(entry)}`,
  );
  const outputs = files
    .filter(({ kind }) => kind !== 'prompt')
    .map((file) => `- ${referTo(project, path, file.path, style)} - ${capitalize(kindTitle(file.kind))} of this phase`);
  return { references: joinLines(references), outputs: joinLines(outputs) };
}

/** The hand-off is read first; kinds that no scaffold makes come last. */
function readingRank(kind: DocumentKind): number {
  const index = (['handoff', 'notes', 'decisions', 'testing-summary'] as const).findIndex((known) => known === kind);
  return index < 0 ? Number.MAX_SAFE_INTEGER : index;
}

function toSource(
  project: ProjectView,
  initiativeId: string,
  documents: readonly DocumentEntry[],
  phase: PhaseId,
): ScaffoldSource {
  const later = phasesOf(documents).find((other) => comparePhases(other, phase) > 0);
  const source = documents.filter(({ identity }) => identity.phase?.key === phase.key);
  const [first] = source;
  const required = first ? project.requiredKinds(first.identity).map(({ kind }) => kind) : [];
  const used = new Set([...required, ...documents.map(({ identity }) => identity.kind)]);
  return {
    initiativeId,
    label: `Phase ${phase.text} of ${initiativeLabel(first?.identity.initiative ?? '')}`,
    phase: phase.text,
    suggestedPhase: later?.text ?? suggestNextPhase(phase.text) ?? '',
    kinds: scaffoldKinds
      .filter((kind) => builtinSchemaKinds.includes(kind))
      .map((kind) => ({ kind, label: capitalize(kindTitle(kind)), picked: used.has(kind) })),
  };
}

/** Archived documents own no next phase, and what tools of their own number is left to them. */
function groupInitiatives(project: ProjectView): ReadonlyMap<string, readonly DocumentEntry[]> {
  return groupBy(
    project.documents.filter(({ identity }) => !identity.archived && !presetNamed(identity.preset)?.hasOwnTools),
    initiativeIdOf,
  );
}

function phasesOf(documents: readonly DocumentEntry[]): readonly PhaseId[] {
  const phases = new Map<string, PhaseId>();
  for (const { identity } of documents) {
    // Weeks and days have other names than phases.
    if (identity.phase && identity.phase.unit === undefined && !phases.has(identity.phase.key))
      phases.set(identity.phase.key, identity.phase);
  }
  return [...phases.values()].sort(comparePhases);
}

function describe({ identity }: DocumentEntry): string {
  const title = capitalize(kindTitle(identity.kind));
  return identity.phase ? `${title} of phase ${identity.phase.text}` : title;
}

function problem(text: string): ScaffoldPlan {
  return { files: [], problem: text };
}

function joinLines(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join('\n');
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
