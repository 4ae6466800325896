/** The page of a rule as people read it: its examples say in a line of their own what they are. */
import { rulePages } from '../rules/pages';

/** An opening fence with its info string, at the beginning of a line. */
const OPENING = /^(?:```|~~~)[ \t]*(\S.*)$/;

/** Undefined for an unknown id. */
export function getRulePage(rule: string): string | undefined {
  const page = rulePages.get(rule);
  return page === undefined ? undefined : renderRulePage(page);
}

export function renderRulePage(markdown: string): string {
  return markdown
    .split('\n')
    .flatMap((line) => {
      const caption = exampleCaption(OPENING.exec(line)?.[1] ?? '');
      return caption === undefined ? [line] : [`**${caption}:**`, '', line];
    })
    .join('\n');
}

/** @param info of a fence: `markdown invalid handoff`. Undefined for one that is no example. */
export function exampleCaption(info: string): string | undefined {
  const words = info.split(' ');
  return words.includes('invalid') ? 'Reported' : words.includes('valid') ? 'Not reported' : undefined;
}
