import { presetDefaults, type Preset } from './preset';

const stages: readonly (readonly [name: string, kind: Preset['documents'][number]['kind']])[] = [
  ['planning', 'plan'],
  ['requirements', 'requirements'],
  ['design', 'design'],
  ['test{-,_}scenario', 'plan'],
  ['implementation', 'notes'],
  ['test{-,_}implementation', 'notes'],
  ['test{-,_}result{s,}', 'testing-summary'],
  ['documentation{-,_}update{-,_}log', 'notes'],
  ['report', 'completion'],
  ['evaluation{_report,-report,}', 'analysis'],
];

/** `.ai-workflow/issue-105/04_implementation/output/implementation.md`: constant stages for each issue. */
export const stagePipeline: Preset = {
  ...presetDefaults,
  name: 'stage-pipeline',
  summary: '.ai-workflow/issue-105/04_implementation/output/…, with review/result.md in each stage',
  markers: ['**/.ai-workflow/*/<phase>_*/**/*'],
  ownerFolders: ['**/.ai-workflow/*'],
  generated: ['**/.ai-workflow/**/execute/**', '**/.ai-workflow/**/agent_log*.md', '**/.ai-workflow/**/prompt.txt'],
  hasOwnTools: true,
  documents: [
    ...['**/.ai-workflow/*-<iter>/<phase>_*/', '**/.ai-workflow/*/<phase>_*/'].flatMap((start) => [
      { pattern: `${start}review/result.md`, kind: 'review', unit: 'stage' } as const,
      ...stages.map(([name, kind]) => ({
        pattern: `${start}output/${name}.md`,
        unit: 'stage',
        ...(kind && { kind }),
      })),
      { pattern: `${start}output/<kind>.md`, unit: 'stage' },
      { pattern: `${start}ROLLBACK_REASON.md`, kind: 'review', unit: 'stage' } as const,
    ]),
  ],
};
