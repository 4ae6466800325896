/** The conventions that Phase Docs knows without a configuration, in the order in which they are tried. */
import { gsdPlanning } from './gsdPlanning';
import { handoffsP } from './handoffsP';
import { incident } from './incident';
import { openspec } from './openspec';
import { phaseFolders } from './phaseFolders';
import { phaseReports } from './phaseReports';
import { plansRunbook } from './plansRunbook';
import type { Preset } from './preset';
import { specKit } from './specKit';
import { sprint } from './sprint';
import { stagePipeline } from './stagePipeline';
import { todoPhase } from './todoPhase';

/** Those that are bound to a folder first: a general one would take their files for something else. */
export const presets: readonly Preset[] = [
  gsdPlanning,
  specKit,
  openspec,
  stagePipeline,
  plansRunbook,
  handoffsP,
  incident,
  todoPhase,
  phaseReports,
  phaseFolders,
  sprint,
];

export const presetNames: readonly string[] = presets.map(({ name }) => name);

export function presetNamed(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name);
}

/** Folders that hold documents by role and do not own phases: the initiative is further up. */
export const roleFolders: ReadonlySet<string> = new Set([
  'prompts',
  'prd',
  'rfc',
  'reports',
  'results',
  'phases',
  'handoffs',
  'sprint_handoffs',
  'outputs',
  'output',
  'review',
  'steps',
  'intermediate',
  'notes',
  'summaries',
  'decisions',
  'archive',
  'archived',
  'scoping',
  'deferred',
  'rollups',
  'to-dos',
  'status',
]);

/** Globs of finished material in any convention. */
export const usualArchives: readonly string[] = ['**/archive/**', '**/archived/**', '**/_archive/**', '**/archives/**'];
/** Globs of templates in any convention. The name is compared with its case. */
export const usualTemplates: readonly string[] = [
  '**/templates/**',
  '**/.templates/**',
  '**/_templates/**',
  '**/*TEMPLATE*',
  '**/*template.md',
  '**/*Template.md',
];
/** Globs of what tools write in any convention. */
export const usualGenerated: readonly string[] = ['**/error-context.md', '**/agent_log.md'];
