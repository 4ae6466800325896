// Stands in for node:assert/strict in the web worker, where Node's modules do not exist: the part of
// it the suite uses.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** JSON where there is one: not for undefined and functions. */
const show = (value: unknown): string =>
  value === undefined || typeof value === 'function' ? typeof value : JSON.stringify(value);

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
    check(pattern.test(text), message, `expected ${show(text)} to match ${String(pattern)}`),
  doesNotMatch: (text: string, pattern: RegExp, message?: Message) =>
    check(!pattern.test(text), message, `expected ${show(text)} not to match ${String(pattern)}`),
  fail: (message?: Message) => check(false, message, 'failed'),
  rejects: async (promise: Promise<unknown>, pattern?: RegExp, message?: Message) => {
    const reason = await promise.then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : show(error)),
    );
    if (reason === undefined) check(false, message, 'expected a rejection');
    else if (pattern) check(pattern.test(reason), message, `expected ${show(reason)} to match ${String(pattern)}`);
  },
});

export { assert as default };
export const { equal, notEqual, deepEqual, match, doesNotMatch, fail, rejects } = assert;
export { ok };
