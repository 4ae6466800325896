/** Numbers of one phase that cannot all be its result. */
import type { DocumentEntry } from '../project';
import type { MetricFact } from './chainFacts';
import { currentEntries, sameLine } from './currentEntries';
import type { PhaseView } from './projectChain';

export interface PlacedMetric {
  readonly entry: DocumentEntry;
  readonly metric: MetricFact;
}

export interface MetricConflict extends PlacedMetric {
  /** What says otherwise, the most telling first. */
  readonly others: readonly PlacedMetric[];
  /** The same document says it again there. */
  readonly again: readonly PlacedMetric[];
}

const known = new WeakMap<PhaseView, readonly MetricConflict[]>();

export function metricConflicts(view: PhaseView): readonly MetricConflict[] {
  let conflicts = known.get(view);
  if (!conflicts) {
    conflicts = findConflicts(view);
    known.set(view, conflicts);
  }
  return conflicts;
}

function findConflicts(view: PhaseView): readonly MetricConflict[] {
  const groups = new Map<string, PlacedMetric[]>();
  for (const entry of currentEntries(view)) {
    for (const metric of entry.facts.chain.metrics) {
      if (metric.phase !== view.phase) continue;
      for (const subject of metric.subjects) {
        add(groups, `${metric.measure}\n${subject}\n${metric.dimension}`, { entry, metric });
        if (metric.measure === 'failed tests' && metric.low > 0) {
          const rest = { ...metric, measure: 'pass rate', low: 0, high: 99.999 };
          add(groups, `pass rate\n${subject}\npercent`, { entry, metric: rest });
        }
      }
    }
  }
  const found = new Map<MetricFact, MetricConflict>();
  for (const group of groups.values()) {
    for (const conflict of conflictsOf(group)) if (!found.has(conflict.metric)) found.set(conflict.metric, conflict);
  }
  return [...found.values()];
}

function add(groups: Map<string, PlacedMetric[]>, key: string, placed: PlacedMetric): void {
  const group = groups.get(key);
  if (group) group.push(placed);
  else groups.set(key, [placed]);
}

/** What has more values is a series, whatever its label. */
const MOST_VALUES = 40;

/** One conflict for each document and value that the most trustworthy statement does not allow. */
function* conflictsOf(group: readonly PlacedMetric[]): Iterable<MetricConflict> {
  const told = distinct(group);
  if (told.length < 2 || told.length > MOST_VALUES) return;
  const ordered = told.map(([first]) => first).sort(byTrust);
  for (const [placed, again] of told) {
    const others = ordered.filter((other) => contradicts(placed, other));
    const [strongest] = others;
    // The most trustworthy end is what the others are measured by.
    if (strongest && byTrust(placed, strongest) > 0) yield { ...placed, others, again };
  }
}

/** What a document says again is one statement: the first, and the places where it is repeated. */
function distinct(group: readonly PlacedMetric[]): readonly (readonly [PlacedMetric, readonly PlacedMetric[]])[] {
  const told = new Map<string, [PlacedMetric, PlacedMetric[]]>();
  for (const placed of group) {
    const { low, high, unit } = placed.metric;
    const key = `${placed.entry.path} ${low} ${high} ${unit}`;
    const known = told.get(key);
    if (known) known[1].push(placed);
    else told.set(key, [placed, []]);
  }
  return [...told.values()];
}

function line({ metric }: PlacedMetric): number {
  return metric.range.start.line;
}

export function contradicts(a: PlacedMetric, b: PlacedMetric): boolean {
  const [one, other] = [a.metric, b.metric];
  if (one === other || !(one.high < other.low || other.high < one.low)) return false;
  if (!sameLine(a.entry, b.entry) || a.entry.identity.part?.key !== b.entry.identity.part?.key) return false;
  // Tests and groups of tests pass at different rates, unless all of one passed.
  if (one.unit !== other.unit) return one.low >= 100 || other.low >= 100;
  return true;
}

const kindTrust = ['testing-summary', 'verification', 'completion', 'handoff', 'notes', 'status'];
/** Measures of which the lower value is the less flattering one. */
const better = new Set(['pass rate', 'completion', 'coverage', 'passed tests']);

/** The unflattering number first; of others the one of the document that is there to measure. */
function byTrust(a: PlacedMetric, b: PlacedMetric): number {
  if (better.has(a.metric.measure)) {
    const difference = a.metric.high - b.metric.high;
    if (difference !== 0) return difference;
  }
  return (
    trust(a) - trust(b) || (a.entry.path < b.entry.path ? -1 : a.entry.path > b.entry.path ? 1 : 0) || line(a) - line(b)
  );
}

function trust({ entry }: PlacedMetric): number {
  const index = kindTrust.indexOf(entry.identity.kind);
  return index < 0 ? kindTrust.length : index;
}
