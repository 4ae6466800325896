export interface Boat {
  readonly name: string;
  readonly length: number;
  readonly beam: number;
  readonly draught: number;
}

export interface Berth {
  readonly id: string;
  readonly length: number;
  readonly beam: number;
  /** At chart datum, in metres. */
  readonly depth: number;
}

export interface Proposal {
  readonly berth: string;
  /** Metres of berth that the boat does not use. */
  readonly wasted: number;
}

/** Up to three fitting berths, best first. */
export function assignBerth(boat: Boat, berths: readonly Berth[], lowestLevel: number): Proposal[] {
  return berths
    .filter((berth) => berth.length >= boat.length && berth.beam >= boat.beam)
    .filter((berth) => berth.depth + lowestLevel >= boat.draught)
    .map((berth) => ({ berth: berth.id, wasted: berth.length - boat.length }))
    .sort((a, b) => a.wasted - b.wasted || a.berth.localeCompare(b.berth))
    .slice(0, 3);
}
