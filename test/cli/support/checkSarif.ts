/** What the SARIF 2.1.0 schema and its text ask of the parts that we write. */
import assert from 'node:assert/strict';

export interface SarifPlace {
  readonly uri: string;
  readonly startLine: number;
}

export interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: string;
  readonly location: SarifPlace;
  readonly related: readonly SarifPlace[];
  readonly fingerprint: string;
  /** Undefined where the run tells of none. */
  readonly suppressions: readonly object[] | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** @returns the results, after every part has been checked; unknown properties are not allowed */
export function checkSarif(text: string): readonly SarifResult[] {
  const log = object(JSON.parse(text), ['$schema', 'version', 'runs']);
  assert.equal(log.version, '2.1.0');
  new URL(string(log.$schema));
  const runs = array(log.runs);
  assert.equal(runs.length, 1);
  const run = object(runs[0], ['tool', 'invocations', 'originalUriBaseIds', 'columnKind', 'results']);
  assert.equal(run.columnKind, 'utf16CodeUnits');
  for (const invocation of array(run.invocations)) {
    assert.equal(typeof object(invocation, ['executionSuccessful']).executionSuccessful, 'boolean');
  }
  const baseIds = checkBaseIds(run.originalUriBaseIds);
  const ruleIds = checkDriver(object(run.tool, ['driver']).driver);
  const results = array(run.results).map((result) => checkResult(result, ruleIds, baseIds));
  // 3.27.23: known for all results of a run or for none.
  assert.ok(new Set(results.map(({ suppressions }) => suppressions === undefined)).size <= 1);
  return results;
}

function checkBaseIds(value: unknown): readonly string[] {
  const baseIds = object(value);
  for (const location of Object.values(baseIds)) {
    const { uri, description } = object(location, ['uri', 'description']);
    if (uri !== undefined) assert.match(string(uri), /\/$/);
    if (description !== undefined) checkMessage(description);
  }
  return Object.keys(baseIds);
}

function checkDriver(value: unknown): readonly string[] {
  const driver = object(value, ['name', 'informationUri', 'version', 'semanticVersion', 'rules']);
  if (driver.informationUri !== undefined) new URL(string(driver.informationUri));
  assert.notEqual(string(driver.name), '');
  assert.match(string(driver.semanticVersion), /^\d+\.\d+\.\d+/);
  const ids = array(driver.rules).map((value) => {
    const rule = object(value, ['id', 'shortDescription', 'help', 'defaultConfiguration']);
    checkMessage(rule.shortDescription);
    const { text, markdown } = object(rule.help, ['text', 'markdown']);
    assert.notEqual(string(text), '');
    assert.notEqual(string(markdown), '');
    const { enabled, level } = object(rule.defaultConfiguration, ['enabled', 'level']);
    assert.equal(typeof enabled, 'boolean');
    if (level !== undefined) checkLevel(level);
    return string(rule.id);
  });
  assert.equal(new Set(ids).size, ids.length, 'rule ids are unique');
  return ids;
}

function checkResult(value: unknown, ruleIds: readonly string[], baseIds: readonly string[]): SarifResult {
  const result = object(value, [
    'ruleId',
    'ruleIndex',
    'level',
    'message',
    'locations',
    'relatedLocations',
    'partialFingerprints',
    'suppressions',
  ]);
  const ruleId = string(result.ruleId);
  assert.equal(ruleIds[Number(result.ruleIndex)], ruleId);
  const locations = array(result.locations).map((location) => checkLocation(location, baseIds));
  const [location] = locations;
  assert.ok(location && locations.length === 1);
  const [fingerprint, ...others] = Object.values(object(result.partialFingerprints)).map(string);
  assert.ok(fingerprint && others.length === 0);
  const related = array(result.relatedLocations ?? []);
  const relatedIds = related.map((place) => object(place).id);
  assert.equal(new Set(relatedIds).size, relatedIds.length, 'ids of related locations are unique');
  return {
    ruleId,
    level: checkLevel(result.level),
    message: checkMessage(result.message),
    location,
    related: related.map((place) => checkLocation(place, baseIds)),
    fingerprint,
    suppressions: result.suppressions === undefined ? undefined : array(result.suppressions).map(checkSuppression),
  };
}

function checkSuppression(value: unknown): object {
  const { kind, justification } = object(value, ['kind', 'justification']);
  assert.ok(['inSource', 'external'].includes(string(kind)));
  if (justification !== undefined) assert.notEqual(string(justification), '');
  return value as object;
}

function checkLocation(value: unknown, baseIds: readonly string[]): SarifPlace {
  const location = object(value, ['id', 'physicalLocation', 'message']);
  if (location.id !== undefined) assert.ok(Number.isInteger(location.id) && Number(location.id) >= 0);
  if (location.message !== undefined) checkMessage(location.message);
  const physical = object(location.physicalLocation, ['artifactLocation', 'region']);
  const { uri, uriBaseId } = object(physical.artifactLocation, ['uri', 'uriBaseId']);
  if (uriBaseId === undefined) {
    assert.match(string(uri), /^file:\/\/\//);
  } else {
    assert.ok(baseIds.includes(string(uriBaseId)));
    assert.doesNotMatch(
      string(uri),
      /^\/|^\.\.|^[a-z]+:|[ \\"<>^`{|}#?]|[^\x20-\x7e]/i,
      'a relative, encoded reference',
    );
  }
  const region = object(physical.region, ['startLine', 'startColumn', 'endLine', 'endColumn']);
  const { startLine, startColumn, endLine, endColumn } = region;
  for (const number of [startLine, startColumn, endLine, endColumn]) {
    assert.ok(Number.isInteger(number) && Number(number) >= 1, 'lines and columns count from one');
  }
  assert.ok(Number(endLine) > Number(startLine) || (endLine === startLine && Number(endColumn) >= Number(startColumn)));
  return { uri: string(uri), startLine: Number(startLine) };
}

function checkLevel(value: unknown): string {
  assert.ok(['none', 'note', 'warning', 'error'].includes(string(value)));
  return string(value);
}

function checkMessage(value: unknown): string {
  const { text } = object(value, ['text']);
  assert.notEqual(string(text), '');
  return string(text);
}

function object(value: unknown, known?: readonly string[]): Json {
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value));
  if (known) for (const key of Object.keys(value)) assert.ok(known.includes(key), `unknown property ${key}`);
  return value as Json;
}

function array(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value));
  return value as readonly unknown[];
}

function string(value: unknown): string {
  assert.equal(typeof value, 'string');
  return value as string;
}
