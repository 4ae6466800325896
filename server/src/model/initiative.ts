/** Which folder owns the phases of a document. */
import { compileNamePattern } from './namePattern';
import { baseName, foldersUpwards, parentFolder } from './paths';
import { presets, roleFolders } from './presets/index';

/** Folders with a file that makes them owners (`TODO003.md`), and the iteration that it names. */
export type MarkerFolders = ReadonlyMap<string, string | undefined>;

export interface Initiative {
  readonly folder: string;
  /** The iteration that the folder speaks of: `003`. */
  readonly iteration: string | undefined;
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const ITERATION_FOLDER = /^[A-Za-z]*\d{2,}$/;
const ITERATION_IN_NAME = /^(?:TODO|PRD|RFC|CONTEXT)([A-Za-z]*\d+[A-Za-z0-9]*)\.md$/i;
const markerKinds = ['TODO', 'PRD', 'RFC', 'CONTEXT'];
/** `phase3`, `phase-07b`, `phase-3-storage`, `04_implementation`. */
const PHASE_FOLDER = /^(?:phase|stage)[ _-]?\d[\w.-]*$|^\d{1,3}(?:\.\d+)*[_-][A-Za-z]/i;

/** `outputs/p0-research` holds what one phase has put out. */
const OUTPUT_FOLDER = /^p\d+[a-z]?[_-]/;

const ownerFiles = presets.flatMap((preset) => preset.ownerFiles.map((pattern) => compileNamePattern(pattern)));
const ownerFolders = new Map(
  presets.map(({ name, ownerFolders: patterns }) => [name, patterns.map((pattern) => compileNamePattern(pattern))]),
);

/** Whether the file makes its folder an initiative: `TODO003.md`. */
export function isMarkerFile(path: string): boolean {
  return MARKDOWN.test(path) && ownerFiles.some((match) => match(path));
}

/** The to-do list names the iteration of its folder, then the PRD …: a `CONTEXT001.md` may have been copied there. */
export function findMarkerFolders(paths: Iterable<string>): MarkerFolders {
  const best = new Map<string, string>();
  for (const path of paths) {
    if (!isMarkerFile(path)) continue;
    const folder = parentFolder(path);
    const name = baseName(path);
    const known = best.get(folder);
    if (known === undefined || markerRank(name) < markerRank(known)) best.set(folder, name);
  }
  return new Map([...best].map(([folder, name]) => [folder, ITERATION_IN_NAME.exec(name)?.[1]]));
}

/** For comparison: the more telling kind first, then by name. */
function markerRank(name: string): string {
  const rank = markerKinds.findIndex((kind) => name.toUpperCase().startsWith(kind));
  return `${rank < 0 ? markerKinds.length : rank} ${name}`;
}

/**
 * The folder that owns the phases of the document at `path`: the one that its preset says, else the nearest with a
 * marker, else the nearest that is no folder of a role or phase.
 */
export function findInitiative(path: string, markers: MarkerFolders, preset = ''): Initiative {
  const owners = ownerFolders.get(preset) ?? [];
  for (const folder of owners.length > 0 ? foldersUpwards(parentFolder(path)) : []) {
    if (folder !== '' && owners.some((match) => match(folder))) return { folder, iteration: undefined };
  }
  for (const candidate of foldersUpwards(parentFolder(path))) {
    if (markers.has(candidate))
      return { folder: candidate, iteration: markers.get(candidate) ?? iterationOf(candidate) };
  }
  const folder = homeFolder(path);
  return { folder, iteration: iterationOf(folder) };
}

/** The nearest folder of a file that is no folder of a role or phase. */
export function homeFolder(path: string): string {
  let folder = parentFolder(path);
  while (folder !== '' && isRoleFolder(folder)) folder = parentFolder(folder);
  return folder;
}

/** The phase id in the name of a folder, if the folder is one phase's: `3` of `phase3` and `phases/03-storage`. */
export function phaseOfFolder(folder: string): string | undefined {
  const name = baseName(folder);
  const named = /^phase[ _-]?(\d+(?:[._]\d+)*[A-Za-z]?)(?:[ _-].*)?$/i.exec(name)?.[1];
  if (named !== undefined) return named;
  return /^phases?$/i.test(baseName(parentFolder(folder))) ? /^(\d{1,3}(?:\.\d+)*)[_-]/.exec(name)?.[1] : undefined;
}

function iterationOf(folder: string): string | undefined {
  const name = baseName(folder);
  return ITERATION_FOLDER.test(name) ? name : undefined;
}

function isRoleFolder(folder: string): boolean {
  const name = baseName(folder).toLowerCase();
  if (roleFolders.has(name) || /^phase[ _-]?[\d._]+$/.test(name)) return true;
  if (OUTPUT_FOLDER.test(name) && baseName(parentFolder(folder)).toLowerCase() === 'outputs') return true;
  return PHASE_FOLDER.test(name) && phaseOfFolder(folder) !== undefined;
}
