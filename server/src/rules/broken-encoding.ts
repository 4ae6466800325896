import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import type { BrokenText } from '../syntax/brokenText';
import { brokenTextOf, isBroken } from '../syntax/brokenDocument';
import { positionAt } from '../syntax/positions';
import { defineRule } from './rule';
import type { Range } from 'vscode-languageserver-types';

/** Signs and letters whose UTF-8 bytes were read by another encoding. One finding for the file, with one fix. */
export const brokenEncoding = defineRule({
  id: 'broken-encoding',
  family: 'structure',
  summary: 'Report text that was read by the wrong encoding',
  severity: 'error',
  reads: 'document',
  *check({ document }) {
    if (!isBroken(document.parsed)) return;
    const places = brokenTextOf(document.parsed);
    const [first, ...others] = places;
    if (!first) return;
    yield {
      range: rangeOf(document, first),
      message: message(document, first, others.length),
      related: others.slice(0, MOST_PLACES).map((place) => ({
        uri: document.uri,
        range: rangeOf(document, place),
        message: `Also broken: ${reading(document, place)}`,
      })),
      fixes: (now) => [repair(now.document, brokenTextOf(now.document.parsed))],
    };
  },
});

/** Findings are sent at every keystroke; a text in another script may be broken in thousands of places. */
const MOST_PLACES = 50;

function rangeOf({ parsed }: PhaseDocument, { from, to }: BrokenText): Range {
  return { start: positionAt(parsed, from), end: positionAt(parsed, to) };
}

function reading({ parsed }: PhaseDocument, { from, to, was }: BrokenText): string {
  return `"${parsed.text.slice(from, to)}" was "${was}"`;
}

function message(document: PhaseDocument, first: BrokenText, others: number): string {
  const more = others === 0 ? '' : `, and ${others} more ${others === 1 ? 'place' : 'places'} of this file`;
  return `${reading(document, first)}${more}. UTF-8 was read as ${first.codePage} and saved, so that readers see garbage. Repair the file, and open it as UTF-8 from now on.`;
}

/** Safe: what is read back has exactly the bytes that were misread. */
function repair(document: PhaseDocument, places: readonly BrokenText[]): Fix {
  const edits = places.map((place) => ({ range: rangeOf(document, place), newText: place.was }));
  const title = places.length === 1 ? 'Repair the broken characters' : `Repair all ${places.length} broken places`;
  return { title, preferred: true, safe: true, edits: [{ type: 'change', uri: document.uri, edits }] };
}
