/** Reads JSON and YAML reports, which have to be parsed as a whole. */
import { absent, measured, unbound, unknownFormat, unreadable } from '../artifact';
import type { ArtifactFormat, ArtifactOptions, Content, ContentReader, Quantity } from '../artifact';
import { MOST_JSON, MOST_YAML } from '../limits';
import { ctrfAdapter } from './ctrf';
import { readGeneric } from './generic';
import { istanbulAdapter, istanbulSummaryAdapter } from './istanbul';
import { jestAdapter } from './jest';
import type { JsonAdapter } from './jsonAdapter';
import { pointerOf, readBoundNumber, resolvePointer } from './jsonPointer';
import { isArray, isJsonLines, isObject, parseJson, walkJson } from './jsonValue';
import type { JsonValue } from './jsonValue';
import { quantityOf } from './keyMeaning';
import { listValues } from './listValues';
import { pytestAdapter } from './pytest';
import { sarifAdapter } from './sarif';
import { parseYaml } from './yamlValue';

/** The most particular keys first. */
const ADAPTERS: readonly JsonAdapter[] = [
  sarifAdapter,
  ctrfAdapter,
  jestAdapter,
  pytestAdapter,
  istanbulSummaryAdapter,
  istanbulAdapter,
];

/** @param named the file name says that it is JSON: then a broken file is unreadable rather than something else */
export function createJsonReader(named: boolean, options: ArtifactOptions): ContentReader {
  return createWholeReader('json', MOST_JSON, (text, setFormat) => {
    const parsed = parseJson(text);
    if (parsed.value === undefined) return named && !isJsonLines(text) ? unreadable(parsed.reason) : unknownFormat;
    const adapter = ADAPTERS.find(({ matches }) => matches(parsed.value));
    if (adapter) setFormat(adapter.format);
    const content = adapter ? adapter.read(parsed.value) : withValues(parsed.value, readGeneric(parsed.value));
    return withLines(bind(parsed.value, content, options), (wanted) => void walkJson(text, wanted));
  });
}

export function createYamlReader(options: ArtifactOptions): ContentReader {
  return createWholeReader('yaml', MOST_YAML, (text) => {
    const parsed = parseYaml(text);
    if (parsed.value === undefined) return unreadable(parsed.reason);
    return withLines(bind(parsed.value, withValues(parsed.value, readGeneric(parsed.value)), options), parsed.locate);
  });
}

function createWholeReader(
  initial: ArtifactFormat,
  limit: number,
  read: (text: string, setFormat: (format: ArtifactFormat) => void) => Content,
): ContentReader {
  let format = initial;
  let pieces: string[] = [];
  let length = 0;
  let tooLong = false;
  return {
    get format() {
      return format;
    },
    get done() {
      return tooLong;
    },
    push(block) {
      length += block.length;
      tooLong = length > limit;
      if (tooLong) pieces = [];
      else pieces.push(block);
    },
    end() {
      if (tooLong) return unreadable(`longer than ${limit} characters`);
      return read(pieces.join(''), (found) => (format = found));
    },
  };
}

/** What may be bound in a file that is no report: told, but never compared with anything as it stands. */
function withValues(root: JsonValue, content: Content): Content {
  return content.state === 'unknown-format' ? { ...content, quantities: listValues(root) } : content;
}

/** Only what the fragment binds, when there is one. */
function bind(root: JsonValue, content: Content, { fragment }: ArtifactOptions): Content {
  if (fragment === undefined) return content;
  // A report that shows nothing shows nothing at any place of it.
  if (content.state === 'vacuous' || content.state === 'unreadable') return content;
  const resolved = resolvePointer(root, fragment);
  if (resolved.value === undefined) return absent(resolved.reason);
  const pointer = pointerOf(resolved.tokens);
  const number = readBoundNumber(resolved.value);
  if (typeof number === 'string') {
    const isPart = isObject(resolved.value) || isArray(resolved.value);
    return (
      (isPart ? bindPart(content, pointer) : undefined) ?? unbound(`"${pointer}" leads to ${number}, not to a number`)
    );
  }
  const known = content.quantities.find((quantity) => quantity.fragment === pointer);
  const scope = { scope: pointer, scopeKind: 'pointer', fragment: pointer } as const;
  return measured([{ ...(known ?? quantityOf(resolved.tokens, number)), ...scope }]);
}

/** What a report measures below a place of it: `#/total/lines` of a coverage summary. */
function bindPart(content: Content, pointer: string): Content | undefined {
  // No report that we know: the place is there, and what stands in it is for a reader.
  if (content.state === 'unknown-format') return content;
  const below = content.quantities.filter(({ fragment }) => fragment?.startsWith(`${pointer}/`));
  const whole = below.filter(({ scope }) => scope === undefined);
  const part = whole.length > 0 ? whole : below;
  const isOne = part.length > 0 && part.every(({ scope }) => scope === part[0]?.scope);
  return isOne ? measured(part) : undefined;
}

function withLines(content: Content, locate: (wanted: Map<string, number>) => void): Content {
  const wanted = new Map<string, number>();
  if (content.state !== 'measured') return content;
  for (const { fragment } of content.quantities) if (fragment !== undefined) wanted.set(fragment, -1);
  if (wanted.size === 0) return content;
  locate(wanted);
  const quantities = content.quantities.map((quantity): Quantity => {
    const line = quantity.fragment === undefined ? undefined : wanted.get(quantity.fragment);
    return line === undefined || line < 0 ? quantity : { ...quantity, line };
  });
  return { ...content, quantities };
}
