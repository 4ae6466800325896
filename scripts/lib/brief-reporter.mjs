// A reporter of Node's test runner that is silent about what passes: a thousand lines of it hide the one that matters.
import { spec } from 'node:test/reporters';

const SILENT = new Set(['test:start', 'test:enqueue', 'test:dequeue', 'test:pass', 'test:plan']);

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* brief(source) {
  const reporter = new spec();
  for await (const event of source) {
    reporter.write(event);
    // It is told of everything, because it counts and remembers; what it says of a test that passed is dropped.
    const said = reporter.read();
    if (said && !SILENT.has(event.type)) yield said;
  }
  reporter.end();
  for await (const said of reporter) yield said;
}
