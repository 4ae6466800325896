/** `phase-docs status --explain`: why files are the documents that they are, for people and for scripts. */
import { kindTitle } from '../../model/documentKind';
import { phaseLabel } from '../../model/phaseId';
import type { IdentityExplanation } from '../../service/explainIdentity';
import { printable } from './printable';

/** A file as the command line names it, and the explanation. */
export interface ExplainedFile {
  readonly path: string;
  readonly explanation: IdentityExplanation;
}

const SCHEMA_VERSION = 1;

export function formatExplanationText(files: readonly ExplainedFile[]): string {
  return files.map(({ path, explanation }) => `${fileLines(path, explanation).map(printable).join('\n')}\n`).join('\n');
}

/**
 * { schemaVersion: 1, files: [{ path, document, excludedBy, steps: [{ source, preset, pattern, outcome, words }],
 *     presets: [{ name, isOn, words }] }] }
 *
 * where document is null for a file that is none, else { kind, phases, to, direction, part, series, iteration,
 * initiative, preset, source, archived, tentative }.
 */
export function formatExplanationJson(files: readonly ExplainedFile[]): string {
  const output = {
    schemaVersion: SCHEMA_VERSION,
    files: files.map(({ path, explanation: { identity, excludedBy, steps, presets } }) => ({
      path,
      document: identity
        ? {
            kind: identity.kind,
            phases: identity.phases.map(({ text, unit = 'phase' }) => ({ unit, id: text })),
            to: identity.to?.text ?? null,
            direction: identity.direction ?? null,
            part: identity.part ? { unit: identity.part.unit ?? 'part', id: identity.part.text } : null,
            series: identity.series ?? null,
            iteration: identity.iteration ?? null,
            initiative: identity.initiative,
            preset: identity.preset,
            source: identity.source,
            archived: identity.archived,
            tentative: identity.tentative,
          }
        : null,
      excludedBy: excludedBy ?? null,
      steps: steps.map((step) => ({ ...step, preset: step.preset ?? null, pattern: step.pattern ?? null })),
      presets,
    })),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}

function fileLines(path: string, { identity, excludedBy, steps, presets }: IdentityExplanation): readonly string[] {
  const facts: (readonly [string, string])[] = identity
    ? [
        ['kind', kindTitle(identity.kind)],
        ['phase', identity.phases.map(phaseLabel).join(', ') || 'none: it is about the whole initiative'],
        ...(identity.part ? [['part', phaseLabel(identity.part)] as const] : []),
        ...(identity.to ? [['leads to', phaseLabel(identity.to)] as const] : []),
        ...(identity.iteration !== undefined ? [['iteration', identity.iteration] as const] : []),
        ['initiative', identity.initiative === '' ? '(workspace folder)' : identity.initiative],
        ...(identity.archived ? [['archived', 'read, not checked'] as const] : []),
        ...(identity.tentative
          ? [['tentative', 'no configuration or marker: what is unfinished is told as information'] as const]
          : []),
      ]
    : [['no phase document', excludedBy === undefined ? 'nothing says that it is one' : exclusionOf(excludedBy)]];
  const because = steps.map(
    ({ source, preset, pattern, outcome, words }) =>
      [`${marks[outcome]} ${preset ?? source}`, pattern === undefined ? words : `${words}: ${pattern}`] as const,
  );
  const states = presets.map(({ name, isOn, words }) => [`${isOn ? 'on ' : 'off'} ${name}`, words] as const);
  return [path, ...table(facts), '  why', ...table(because, '    '), '  presets', ...table(states, '    ')];
}

const marks = { decides: '+', rejected: '-', silent: '-', 'not asked': ' ' } as const;

function exclusionOf(name: string): string {
  return name === 'ignore'
    ? 'the configuration ignores it'
    : name === 'templates'
      ? 'it is a template'
      : 'a tool writes it';
}

function table(rows: readonly (readonly [string, string])[], indent = '  '): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, words]) => `${indent}${label.padEnd(width)}  ${words}`.trimEnd());
}
