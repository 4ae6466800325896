/** Ids that people give to decisions, requirements and tasks. */

/** `PD-001`, `FR-3`, `D1.1`, `T4.2`, `AD-12`; not `v1`, `HTTP/2`, `SHA-256x`. */
const ID = /(?<![\p{L}\p{N}_/.-])([A-Z]{1,6})(-?)(\d{1,4}(?:\.\d{1,3})*)(?![\p{L}\p{N}_/-])/gu;
/** A look that costs little, for most texts have none. */
const MAY_HOLD_ID = /[A-Z]-?\d/;
/** Names that only look like ids: encodings, models, priorities, quarters, headings, versions. */
const NO_PREFIX = new Set(
  'UTF GPT SHA MD ISO RFC HTTP HTTPS TLS SSL IPV P Q V H S EC CPU GPU RAM USB ES PHASE WEEK DAY STEP STAGE SPRINT PR GH AES RSA CVE'.split(
    ' ',
  ),
);

/** The ids that a text names, each once, in order. */
export function idsIn(text: string): readonly string[] {
  if (!MAY_HOLD_ID.test(text)) return [];
  const found = new Set<string>();
  for (const [id, prefix = '', hyphen = '', number = ''] of text.matchAll(ID)) {
    if (!NO_PREFIX.has(prefix) && (hyphen !== '' || number.includes('.') || prefix.length > 1)) found.add(id);
  }
  return [...found];
}

/** The id that a heading or label begins with, and what follows it: `PD-001: Use one queue`, `Decision D1.1 – …`. */
export function leadingId(text: string): { readonly id: string; readonly rest: string } | undefined {
  const match = LEADING.exec(text);
  const id = match?.[1];
  if (match === null || id === undefined || idsIn(id)[0] !== id) return undefined;
  return { id, rest: text.slice(match[0].length).trim() };
}

/** Signs, perhaps a word for what it is, the id, and a stop or the end. */
const LEADING =
  /^[^\p{L}\p{N}]{0,4}(?:(?:Decision|Requirement|Task|Risk|Issue|Story)\s+)?([A-Z]{1,6}-?\d{1,4}(?:\.\d{1,3})*)(?:\s*[:–—]\s*|\s+-\s+|\.\s+|\s*$)/u;
