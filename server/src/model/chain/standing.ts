/** Whether a document still counts, by its name, its title and where it lies. */
import { documentTitle } from '../identity';
import { baseName } from '../paths';
import type { PhaseDocument } from '../phaseDocument';
import type { Standing } from './chainFacts';

const INTERIM =
  /(?:^|[^a-z])(?:interim|draft|preliminary|wip|partial|midpoint|mid-phase|checkpoint|progress|initial)(?:[^a-z]|$)/i;
/** A folder of what came before the result. */
const INTERIM_FOLDER = /(?:^|\/)(?:intermediate|interim|drafts?|wip)\//i;
const PAST_FOLDER = /(?:^|\/)(?:archived?|old|superseded|obsolete|backups?)\//i;
const PAST = /(?:^|[^a-z])(?:superseded|obsolete|deprecated|archived?|historical|old|backup)(?:[^a-z]|$)/i;
/** `_UPDATED`, `-v2`, a date: what makes a name that of a later or earlier edition. */
const EDITION =
  /[-_.](?:updated?|revised|rev\d*|v\d+(?:[._]\d+)?|final\d*|new|latest|20\d{6}(?:[-_]\d{4,6})?|20\d\d[-_]\d\d[-_]\d\d)(?=[-_.]|$)/gi;
const DATE = /20\d\d[-_]?\d\d[-_]?\d\d(?:[-_]\d{4,6})?/;

export function standingOf({ path, identity, parsed }: PhaseDocument): Standing {
  const name = baseName(path);
  const title = documentTitle(parsed) ?? '';
  if (identity.archived || PAST_FOLDER.test(path) || PAST.test(name) || /\b(?:superseded|obsolete)\b/i.test(title))
    return 'past';
  if (INTERIM_FOLDER.test(path)) return 'interim';
  return INTERIM.test(name) || INTERIM.test(title) ? 'interim' : 'current';
}

/** The name without what tells its editions apart: documents with the same one succeed each other. */
export function editionOf(path: string): { readonly base: string; readonly rank: string } {
  const name = path.replace(/\.[a-z]+$/i, '');
  const date = DATE.exec(name)?.[0].replace(/[-_]/g, '') ?? '';
  const updated = /[-_.](?:updated?|revised|rev\d*|new|latest)(?=[-_.]|$)/i.test(name) ? '1' : '0';
  const version = /[-_.]v(\d+)/i.exec(name)?.[1]?.padStart(4, '0') ?? '';
  return { base: name.replace(EDITION, '').toLowerCase(), rank: `${updated}${version}${date}` };
}
