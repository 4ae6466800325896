export interface Booking {
  readonly boat: string;
  readonly berth: string;
  /** Day of arrival, as a number of days. */
  readonly arrival: number;
  /** Day of departure; the night before it is the last one. */
  readonly departure: number;
}

/** Pairs of bookings that share a berth and a night. */
export function findConflicts(bookings: readonly Booking[]): [Booking, Booking][] {
  const pairs: [Booking, Booking][] = [];
  bookings.forEach((first, index) => {
    for (const second of bookings.slice(index + 1)) {
      const sameNight = first.arrival < second.departure && second.arrival < first.departure;
      if (first.berth === second.berth && sameNight) pairs.push([first, second]);
    }
  });
  return pairs;
}
