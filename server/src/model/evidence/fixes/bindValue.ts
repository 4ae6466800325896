/** The fix that points a claim to the very value of a report that it speaks of. */
import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../../../diagnostic';
import { shiftRange } from '../../../syntax/positions';
import type { PhaseDocument } from '../../phaseDocument';
import type { ArtifactReading, Quantity } from '../artifacts/artifact';
import { compareClaim } from '../compareClaim';
import { wordsOfName } from '../claimed/claimWords';
import type { JudgedClaim, JudgedPointer } from '../judgeClaim';
import { encodeFragment } from './encodeFragment';

/** More of them would be a coincidence, not what the claim speaks of. */
const MOST_BINDINGS = 3;
/** Suites that are tried one by one. */
const MOST_TRIED = 500;

/** One place of a report that says what a claim says. */
interface Binding {
  /** Decoded. */
  readonly fragment: string;
  /** `30 of 30 passed`, for a title. */
  readonly measured: string;
}

/**
 * For reports that are pointed to as a whole, where one place in them agrees with the claim.
 *
 * @param sectionLine absolute line of the section that the claim's range is relative to
 */
export function bindValue(
  document: PhaseDocument,
  { claim, judgement }: JudgedClaim,
  sectionLine: number,
): readonly Fix[] {
  return judgement.pointers.flatMap((pointer) => {
    if (!pointer.reading || !isWhole(pointer)) return [];
    const range = shiftRange(pointer.offered.range, sectionLine);
    const { path } = pointer.reading;
    return bindingsOf(claim.text, pointer.reading).map((binding) => bind(document, range, path, binding));
  });
}

function isWhole({ offered: { pointer } }: JudgedPointer): boolean {
  return pointer.fragment === undefined && pointer.lines === undefined && pointer.form !== 'test-id';
}

function bind({ uri }: PhaseDocument, { end }: Range, path: string, { fragment, measured }: Binding): Fix {
  return {
    title: `Point to the measured value: ${path}#${fragment} (${measured})`,
    preferred: false,
    safe: false,
    edits: [{ type: 'change', uri, edits: [{ range: { start: end, end }, newText: `#${encodeFragment(fragment)}` }] }],
  };
}

function bindingsOf(text: string, reading: ArtifactReading): readonly Binding[] {
  const agreeing = boundReadings(reading).flatMap((bound) => {
    const { status, measured } = compareClaim(text, [bound]);
    return status === 'agrees' && measured !== undefined ? [{ fragment: bound.fragment, measured }] : [];
  });
  if (agreeing.length <= MOST_BINDINGS) return agreeing;
  const words = new Set(wordsOfName(text));
  const named = agreeing.filter(({ fragment }) => wordsOfName(fragment).every((word) => words.has(word)));
  return named.length <= MOST_BINDINGS ? named : [];
}

type BoundReading = ArtifactReading & { readonly fragment: string };

/** What the report says when it is pointed to at each of its places: values of JSON and YAML, suites of JUnit. */
function boundReadings(reading: ArtifactReading): readonly BoundReading[] {
  const values: BoundReading[] = [];
  const suites = new Map<string, Quantity[]>();
  for (const quantity of reading.quantities) {
    const { fragment, scope, scopeKind } = quantity;
    if (fragment !== undefined && scopeKind !== 'file') {
      values.push(boundTo(reading, fragment, [{ ...quantity, scope: fragment, scopeKind: 'pointer' }]));
    } else if (scope !== undefined && scopeKind === 'suite' && scope.trim() !== '') {
      const known = suites.get(scope);
      if (known) known.push(quantity);
      else if (suites.size < MOST_TRIED) suites.set(scope, [quantity]);
    }
  }
  return [...values, ...[...suites].map(([scope, quantities]) => boundTo(reading, scope, quantities))];
}

function boundTo(reading: ArtifactReading, fragment: string, quantities: readonly Quantity[]): BoundReading {
  return { ...reading, state: 'measured', fragment, quantities };
}
