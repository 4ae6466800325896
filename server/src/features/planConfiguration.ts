/** A first `.phase-docs.yaml` from what the documents of a folder show. Nothing is written here. */
import { kindTitle, type DocumentKind } from '../model/documentKind';
import { kindFromWords } from '../model/kindWords';
import { baseName, parentFolder, pathBelow } from '../model/paths';
import { presetNamed, presets } from '../model/presets/index';
import type { DocumentEntry } from '../model/project';
import { groupBy } from './initiatives';

export interface ConfigurationFacts {
  /** The folder that the configuration is for, relative to the workspace folder. */
  readonly folder: string;
  /** All phase documents and all paths of the workspace folder. */
  readonly documents: readonly DocumentEntry[];
  readonly paths: Iterable<string>;
}

export interface ConfigurationPlan {
  readonly text: string;
  /** What was found, in one sentence. */
  readonly summary: string;
}

/** Kinds that a phase can be required to have. */
const kindsPerPhase: readonly DocumentKind[] = [
  'handoff',
  'notes',
  'decisions',
  'testing-summary',
  'completion',
  'verification',
];
/** A kind that so many of the phases have is required, */
const REQUIRED_SHARE = 0.8;
/** and one that so many have is told as information. */
const USUAL_SHARE = 0.5;
/** Fewer phases show no habit. */
const FEWEST_PHASES = 3;
/** `wave-3-notes`, `Wave3_Plan`: a word, a number, words. */
const NUMBERED_NAME = /^([A-Za-z]{3,20})[_ -]?(\d{1,3})[_ -]([A-Za-z][\w -]{0,80})\.md$/;
/** Words that count other things than phases. */
const otherCounters: ReadonlySet<string> = new Set([
  ...['phase', 'version', 'issue', 'adr', 'rfc', 'part', 'chapter', 'lesson', 'week', 'day', 'test', 'case', 'todo'],
  ...['release', 'meeting', 'episode', 'exercise', 'question', 'section', 'note', 'notes'],
]);

export function planConfiguration({ folder, documents, paths }: ConfigurationFacts): ConfigurationPlan {
  const own = documents.flatMap((entry) => {
    const path = pathBelow(entry.path, folder);
    return path === undefined ? [] : [{ ...entry, path }];
  });
  const below = [...paths].flatMap((path) => pathBelow(path, folder) ?? []).sort();
  const known = new Set(own.map(({ path }) => path));
  const prefixes = findPrefixes(below.filter((path) => !known.has(path)));
  const summary = summarize(own);
  const blocks = [
    ['# Phase Docs. Everything here has a default; take out what you do not need.', `# ${summary}`],
    presetLines(own),
    phaseLines(own, prefixes),
    requiredLines(own),
    archiveLines(own, below),
    ruleLines(),
  ];
  return { text: `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`, summary };
}

function summarize(documents: readonly DocumentEntry[]): string {
  if (documents.length === 0) return 'No phase documents were found here yet.';
  const initiatives = new Set(documents.map(({ identity }) => identity.initiative));
  const phases = new Set(
    documents.flatMap(({ identity }) => identity.phases.map(({ key }) => `${identity.initiative}\n${key}`)),
  );
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `Found: ${count(documents.length, 'document')} of ${count(phases.size, 'phase')} in ${count(initiatives.size, 'initiative')}.`;
}

function presetLines(documents: readonly DocumentEntry[]): readonly string[] {
  const groups = groupBy(documents, ({ identity }) => identity.preset);
  const used = presets.filter(({ name }) => groups.has(name));
  const lines = used.map(({ name, summary }) => {
    const [first] = groups.get(name) ?? [];
    return `#   ${name}: ${summary}\n#     here ${groups.get(name)?.length ?? 0}, for example ${first?.path ?? ''}`;
  });
  if (used.length === 0) {
    return [
      '# Conventions of file names. `auto` takes those that the files show. Name your own files in `documents`:',
      '# documents:',
      '#   - pattern: docs/<slug>/wave-<phase>-<kind>.md',
      'presets: auto',
    ];
  }
  return [
    '# Conventions of file names that count here. `auto`, the default, takes those that the files show.',
    ...lines,
    `presets: [${used.map(({ name }) => name).join(', ')}]`,
  ];
}

function phaseLines(documents: readonly DocumentEntry[], prefixes: readonly string[]): readonly string[] {
  const isDotted = documents.some(({ identity }) => identity.phases.some(({ key }) => /^\d+\.\d+\.\d+/.test(key)));
  const hasSeries = [...groupBy(documents, ({ identity }) => identity.initiative).values()].some(hasTwins);
  return [
    '# How phases are counted: decimal (3.5, 3.51, 3.6), dotted (3.6, 3.51), or declared, a list of your own.',
    'phases:',
    `  order: ${isDotted ? 'dotted' : (presetNamed(mainPreset(documents))?.order ?? 'decimal')}`,
    '  # gaps: warn  # report phases without any document between two that have some',
    ...(prefixes.length > 0
      ? ['  # Words in front of a number that seem to mean a phase here.', `  prefixes: [${prefixes.join(', ')}]`]
      : []),
    ...(hasSeries
      ? ['  # `PHASE3` and `PHASE_3` stand side by side: phases of two series.', '  series: separator']
      : []),
  ];
}

/** The preset that most of the documents follow. */
function mainPreset(documents: readonly DocumentEntry[]): string {
  const groups = [...groupBy(documents, ({ identity }) => identity.preset)];
  return groups.reduce((best, next) => (next[1].length > best[1].length ? next : best), groups[0] ?? ['', []])[0];
}

function hasTwins(documents: readonly DocumentEntry[]): boolean {
  const seen = new Map<string, string>();
  return documents.some(({ identity: { kind, phase, part, topic, series, archived } }) => {
    if (!phase || series === undefined || archived) return false;
    const key = [kind, phase.key, part?.key ?? '', topic].join('\n');
    const other = seen.get(key) ?? series;
    seen.set(key, other);
    return other !== series;
  });
}

function requiredLines(documents: readonly DocumentEntry[]): readonly string[] {
  const phases = [
    ...groupBy(
      // Where a tool writes the documents, it knows which.
      documents.filter(
        ({ identity: { phase, kind, preset } }) =>
          phase && kindsPerPhase.includes(kind) && presetNamed(preset)?.hasOwnTools !== true,
      ),
      ({ identity }) => `${identity.initiative}\n${identity.phase?.key ?? ''}`,
    ).values(),
  ];
  const counts = kindsPerPhase.map((kind) => ({
    kind,
    count: phases.filter((set) => set.some(({ identity }) => identity.kind === kind)).length,
  }));
  const usual = counts.filter(({ count }) => phases.length >= FEWEST_PHASES && count >= phases.length * USUAL_SHARE);
  const about = '# What each phase must have once it has ended, as `missing-document` asks for it.';
  if (usual.length === 0) return [about, '# required: [notes, handoff]'];
  const seen = counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${kindTitle(kind)} ${count}`);
  return [
    about,
    `# Of ${phases.length} phases have: ${seen.join(', ')}.`,
    'required:',
    ...usual.map(({ kind, count }) =>
      count >= phases.length * REQUIRED_SHARE ? `  - ${kind}` : `  - { kind: ${kind}, severity: information }`,
    ),
  ];
}

function archiveLines(documents: readonly DocumentEntry[], paths: readonly string[]): readonly string[] {
  const archived = new Set(
    documents.flatMap(({ path, identity }) =>
      identity.archived ? [/^.*?archived?s?(?=\/)/i.exec(path)?.[0] ?? parentFolder(path)] : [],
    ),
  );
  const templates = paths.filter((path) => /template[^/]*\.md$/i.test(path)).slice(0, 3);
  return [
    '# Finished material: read, not checked. Folders called archive are, without being named here.',
    ...(archived.size > 0 ? [`#   here: ${[...archived].sort().slice(0, 5).join(', ')}`] : []),
    'archive: []',
    '# Files that are no phase documents. Templates are not, if their names or folders say so.',
    ...(templates.length > 0 ? [`#   here: ${templates.join(', ')}`] : []),
    'ignore: []',
  ];
}

function ruleLines(): readonly string[] {
  return [
    '# Severities: error, warning, information, hint, off. `phase-docs explain` lists the rules.',
    'rules: {}',
    '#   missing-document: off',
    '#   weak-claim: information',
  ];
}

/** Words such as `wave` that count documents of known kinds, though no convention knows them. */
function findPrefixes(paths: readonly string[]): readonly string[] {
  const numbers = new Map<string, Set<string>>();
  for (const path of paths) {
    const [, word = '', number = '', rest = ''] = NUMBERED_NAME.exec(baseName(path)) ?? [];
    const prefix = word.toLowerCase();
    if (word === '' || otherCounters.has(prefix) || kindFromWords(rest) === undefined) continue;
    const known = numbers.get(prefix);
    if (known) known.add(String(Number(number)));
    else numbers.set(prefix, new Set([String(Number(number))]));
  }
  return [...numbers].flatMap(([prefix, found]) => (found.size >= 2 ? [prefix] : [])).sort();
}
