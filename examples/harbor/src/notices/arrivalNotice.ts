import type { Booking } from '../planner/conflicts';
import type { ArrivalWindow } from '../tides/sillRule';

export type Language = 'da' | 'de' | 'en';

const texts: Record<Language, (from: string, to: string, berth: string) => string> = {
  da: (from, to, berth) => `Indsejling mellem ${from} og ${to}. Plads ${berth}.`,
  de: (from, to, berth) => `Einfahrt zwischen ${from} und ${to}. Liegeplatz ${berth}.`,
  en: (from, to, berth) => `Enter between ${from} and ${to}. Berth ${berth}.`,
};

/** The text of a notice; undefined while the berth is not confirmed. */
export function arrivalNotice(
  booking: Booking & { readonly confirmed: boolean },
  window: ArrivalWindow,
  language: Language,
): string | undefined {
  if (!booking.confirmed) return undefined;
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
  return texts[language](clock.format(window.from), clock.format(window.to), booking.berth);
}
