type Style = (text: string) => string;

/** Colours for a terminal, or none. */
export interface Paint {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly yellow: Style;
  readonly blue: Style;
  readonly green: Style;
}

export const colorChoices = ['auto', 'always', 'never'] as const;

export type ColorChoice = (typeof colorChoices)[number];

/** @param isTerminal whether the text goes to a terminal; decides for `auto`, as does the variable NO_COLOR */
export function createPaint(
  choice: ColorChoice,
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  const isOn = choice === 'always' || (choice === 'auto' && isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  const style = (on: number, off: number) => (text: string) =>
    isOn && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    green: style(32, 39),
  };
}
