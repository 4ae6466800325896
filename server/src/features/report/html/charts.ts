/**
 * Charts as SVG text: scales and ticks come from d3, which needs no DOM for them. Colours are classes, so that the page
 * decides; verdicts differ by pattern too. Each chart is an image with a label, and the table beside it has its numbers.
 */
import { scaleBand, scaleLinear } from 'd3-scale';
import { reportedVerdicts, type ReportedVerdict } from '../../claimReports';
import { countOf } from '../../countOf';
import type { VerdictCounts } from '../phaseReport';
import { totalOf } from '../verdictCounts';
import { markup, type Html } from './escape';

export interface Bar {
  readonly label: string;
  readonly verdicts: VerdictCounts;
}

const WIDTH = 760;
const LEGEND_ROW = 22;
const AXIS = 24;
/** Of the text, in the units of the drawing: 13 high, on average 7 wide. */
const CHARACTER = 7;

/** One row for each bar. @param id unique on the page */
export function horizontalBars(id: string, title: string, bars: readonly Bar[]): Html {
  const legend = drawLegend(id, bars);
  const left = Math.min(220, 12 + CHARACTER * Math.max(...bars.map(({ label }) => Math.min(label.length, 28))));
  const height = legend.height + bars.length * 28 + AXIS;
  const rows = scaleBand<number>()
    .domain(bars.map((_, index) => index))
    .range([legend.height, height - AXIS])
    .padding(0.25);
  const amount = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ verdicts }) => totalOf(verdicts)))])
    .range([left, WIDTH - 20])
    .nice();
  const ticks = wholeTicks(amount);
  const axis = ticks.map(
    (tick) => markup`<g transform="translate(${round(amount(tick))} 0)">
<line class="grid" y1="${legend.height}" y2="${height - AXIS}"/>
<text class="small" text-anchor="middle" y="${height - 6}">${tick}</text></g>`,
  );
  const labels = bars.map(
    ({ label }, index) =>
      markup`<text text-anchor="end" x="${left - 8}" y="${round((rows(index) ?? 0) + rows.bandwidth() / 2 + 4)}">${shorten(label)}</text>`,
  );
  const segments = stackOf(bars).map(({ verdict, index, from, to, count }) => {
    const box = { x: amount(from), y: rows(index) ?? 0, width: amount(to) - amount(from), height: rows.bandwidth() };
    return drawSegment(id, verdict, box, count);
  });
  return figure(id, title, height, [legend.drawing, ...axis, ...labels, ...segments], bars);
}

/** One column for each bar, the oldest first. */
export function verticalBars(id: string, title: string, bars: readonly Bar[]): Html {
  const legend = drawLegend(id, bars);
  const left = 44;
  const height = legend.height + 190 + AXIS;
  const columns = scaleBand<number>()
    .domain(bars.map((_, index) => index))
    .range([left, WIDTH - 12])
    .padding(0.3);
  const amount = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ verdicts }) => totalOf(verdicts)))])
    .range([height - AXIS, legend.height + 6])
    .nice();
  const axis = wholeTicks(amount).map(
    (
      tick,
    ) => markup`<g transform="translate(0 ${round(amount(tick))})"><line class="grid" x1="${left}" x2="${WIDTH - 12}"/>
<text class="small" text-anchor="end" x="${left - 8}" y="4">${tick}</text></g>`,
  );
  const labels = bars.map(
    ({ label }, index) =>
      markup`<text class="small" text-anchor="middle" x="${round((columns(index) ?? 0) + columns.bandwidth() / 2)}" y="${height - 6}">${label}</text>`,
  );
  const segments = stackOf(bars).map(({ verdict, index, from, to, count }) => {
    const box = {
      x: columns(index) ?? 0,
      y: amount(to),
      width: columns.bandwidth(),
      height: amount(from) - amount(to),
    };
    return drawSegment(id, verdict, box, count);
  });
  return figure(id, title, height, [legend.drawing, ...axis, ...labels, ...segments], bars);
}

function figure(id: string, title: string, height: number, parts: readonly Html[], bars: readonly Bar[]): Html {
  const words = bars.map(({ label, verdicts }) => `${label}: ${describe(verdicts)}`).join('; ');
  return markup`<svg class="chart" id="${id}" role="img" aria-label="${title}. ${words}." viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" xmlns="http://www.w3.org/2000/svg">
<defs>${usedVerdicts(bars).flatMap((verdict) => drawPattern(id, verdict))}</defs>
${parts}</svg>`;
}

/** `2 contradicted, 5 supported`, `no claims`. */
function describe(verdicts: VerdictCounts): string {
  const parts = reportedVerdicts
    .filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => `${verdicts[verdict]} ${verdict}`);
  return parts.length === 0 ? 'no claims' : parts.join(', ');
}

interface Segment {
  readonly verdict: ReportedVerdict;
  /** Of the bar. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The segments of each bar behind each other, in the order of the verdicts. */
function stackOf(bars: readonly Bar[]): readonly Segment[] {
  return bars.flatMap(({ verdicts }, index) => {
    let from = 0;
    return reportedVerdicts.flatMap((verdict) => {
      const count = verdicts[verdict];
      if (count === 0) return [];
      const to = from + count;
      const segment = { verdict, index, from, to, count };
      from = to;
      return [segment];
    });
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The pattern lies over the colour; the number, where there is room, on a plate without pattern. */
function drawSegment(id: string, verdict: ReportedVerdict, { x, y, width, height }: Box, count: number): Html {
  const plate = String(count).length * (CHARACTER + 1) + 6;
  const hasRoom = count > 0 && width > plate && height > 14;
  const box = markup`x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  const title = count > 0 && markup`<title>${countOf(count, 'claim')} ${verdict}</title>`;
  return markup`<g>${title}<rect class="segment v-${verdict}" ${box}/>${
    verdict in patterns && markup`<rect class="pattern" fill="url(#${id}-${verdict})" ${box}/>`
  }${
    hasRoom &&
    markup`<rect class="v-${verdict}" x="${round(x + (width - plate) / 2)}" y="${round(y + height / 2 - 7)}" width="${plate}" height="14"/><text class="count" text-anchor="middle" x="${round(x + width / 2)}" y="${round(y + height / 2 + 4)}">${count}</text>`
  }</g>`;
}

/** Lines of a tile of 8 by 8; what is not named is plain. */
const patterns: Readonly<Partial<Record<ReportedVerdict, string>>> = {
  broken: 'M-2 2l4 -4M0 8l8 -8M6 10l4 -4',
  vacuous: 'M4 0v8',
  stale: 'M0 4h8',
  unsupported: 'M-2 6l4 4M0 0l8 8M6 -2l4 4',
  waived: 'M0 4h8M4 0v8',
};

function drawPattern(id: string, verdict: ReportedVerdict): readonly Html[] {
  const path = patterns[verdict];
  if (path === undefined) return [];
  return [
    markup`<pattern id="${id}-${verdict}" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="${path}"/></pattern>`,
  ];
}

function drawLegend(id: string, bars: readonly Bar[]): { readonly drawing: Html; readonly height: number } {
  let x = 4;
  let y = 0;
  const items = usedVerdicts(bars).map((verdict) => {
    const width = 26 + verdict.length * CHARACTER + 14;
    if (x + width > WIDTH) {
      x = 4;
      y += LEGEND_ROW;
    }
    const item = markup`${drawSegment(id, verdict, { x, y: y + 2, width: 16, height: 12 }, 0)}<text x="${x + 22}" y="${y + 13}">${verdict}</text>`;
    x += width;
    return item;
  });
  return { drawing: markup`<g class="legend">${items}</g>`, height: items.length === 0 ? 4 : y + LEGEND_ROW + 6 };
}

function usedVerdicts(bars: readonly Bar[]): readonly ReportedVerdict[] {
  return reportedVerdicts.filter((verdict) => bars.some(({ verdicts }) => verdicts[verdict] > 0));
}

/** There are no halves of claims. */
function wholeTicks(scale: ReturnType<typeof scaleLinear<number, number>>): readonly number[] {
  return scale.ticks(6).filter((tick) => Number.isInteger(tick));
}

function shorten(label: string): string {
  return label.length <= 28 ? label : `${label.slice(0, 27)}…`;
}

/** As short as a drawing needs it, and the same on each machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
