// Stands in for node:assert/strict in the web worker, where Node's modules do not exist: the part of
// it the suite uses.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

function check(holds: boolean, message: string | Error | undefined, standard: string): void {
  if (holds) return;
  throw message instanceof Error ? message : new AssertionError(message ?? standard);
}

function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return false;
  if (left instanceof Map && right instanceof Map) return isDeepEqual([...left], [...right]);
  if (left instanceof Set && right instanceof Set) return isDeepEqual([...left], [...right]);
  const keys = Object.keys(left) as (keyof typeof left)[];
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key]))
  );
}

type Message = string | Error;

function ok(value: unknown, message?: Message): asserts value {
  check(Boolean(value), message, `expected a truthy value, got ${show(value)}`);
}

const assert = Object.assign((value: unknown, message?: Message) => ok(value, message), {
  ok,
  equal: (actual: unknown, expected: unknown, message?: Message) =>
    check(Object.is(actual, expected), message, `expected ${show(expected)}, got ${show(actual)}`),
  notEqual: (actual: unknown, other: unknown, message?: Message) =>
    check(!Object.is(actual, other), message, `expected anything but ${show(other)}`),
  deepEqual: (actual: unknown, expected: unknown, message?: Message) =>
    check(isDeepEqual(actual, expected), message, `expected ${show(expected)}, got ${show(actual)}`),
  match: (text: string, pattern: RegExp, message?: Message) =>
    check(pattern.test(text), message, `expected ${show(text)} to match ${pattern}`),
  doesNotMatch: (text: string, pattern: RegExp, message?: Message) =>
    check(!pattern.test(text), message, `expected ${show(text)} not to match ${pattern}`),
  fail: (message?: Message) => check(false, message, 'failed'),
  rejects: async (promise: Promise<unknown>, pattern?: RegExp, message?: Message) => {
    const error = await promise.then(
      () => undefined,
      (reason: unknown) => reason ?? new Error('no reason given'),
    );
    check(error !== undefined, message, 'expected a rejection');
    if (pattern) check(pattern.test(String(error)), message, `expected ${String(error)} to match ${pattern}`);
  },
});

export default assert;
export const { equal, notEqual, deepEqual, match, doesNotMatch, fail, rejects } = assert;
export { ok };
