import type { TideTable } from './tideTable';

/** What the harbor master sets, in centimetres. */
export interface SillSettings {
  readonly sillHeight: number;
  readonly clearance: number;
}

/** First minute in, first minute out. */
export interface ArrivalWindow {
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000;

/** The windows in which a boat can cross the sill, rounded inwards to whole minutes. */
export function arrivalWindows(
  table: TideTable,
  draught: number,
  settings: SillSettings,
  from: number,
  to: number,
): ArrivalWindow[] {
  const needed = settings.sillHeight + draught + settings.clearance;
  const windows: ArrivalWindow[] = [];
  let open: number | undefined;
  for (let time = Math.ceil(from / MINUTE) * MINUTE; time < to; time += MINUTE) {
    const passable = table.levelAt(time) >= needed;
    if (passable && open === undefined) open = time;
    if (!passable && open !== undefined) {
      windows.push({ from: open, to: time });
      open = undefined;
    }
  }
  if (open !== undefined) windows.push({ from: open, to });
  return windows;
}
