import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { CancellationTokenSource, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import { ProjectState } from '../../server/src/lsp/projectState';
import { openWorkspace } from '../support/inMemoryWorkspace';

async function createState(window: object = {}, capabilities: ClientCapabilities = {}) {
  const connection = { sendNotification: () => Promise.resolve(), window } as unknown as Connection;
  const { service } = await openWorkspace({});
  const errors: string[] = [];
  const logger = { info: () => undefined, error: (message: string) => void errors.push(message) };
  return new ProjectState(connection, service, logger, capabilities);
}

test('who looks while something changes hears of it when it asks for the next change', async () => {
  const state = await createState();
  const { token } = new CancellationTokenSource();
  const seen = state.changes;
  state.changed();
  assert.equal(await state.nextChange(seen, token), true);
  // Nobody waits now; the next one comes while the first is worked on.
  const afterwards = state.changes;
  state.changed();
  await state.nextChange(afterwards, token);
  assert.equal(await state.nextChange(afterwards, token), true);
});

test('waiting again and again leaves nothing behind at the token', async () => {
  const state = await createState();
  const source = new CancellationTokenSource();
  let listeners = 0;
  const token = {
    get isCancellationRequested() {
      return source.token.isCancellationRequested;
    },
    onCancellationRequested: (listener: (event: unknown) => void) => {
      listeners++;
      const inner = source.token.onCancellationRequested(listener);
      return {
        dispose: () => {
          listeners--;
          inner.dispose();
        },
      };
    },
  };
  for (let round = 0; round < 3; round++) {
    const seen = state.changes;
    state.changed();
    await state.nextChange(seen, token);
    assert.equal(listeners, 0);
  }
  const waiting = state.nextChange(state.changes, token);
  source.cancel();
  assert.equal(await waiting, false);
});

test('waiting ends for good when the client leaves', async () => {
  const state = await createState();
  const { token } = new CancellationTokenSource();
  const waiting = state.nextChange(state.changes, token);
  state.dispose();
  assert.equal(await waiting, false);
  assert.equal(await state.nextChange(-1, token), false);
});

for (const [name, answer] of [
  ['refuses', () => Promise.reject(new Error('no'))],
  ['never answers', () => new Promise(() => undefined)],
] as const) {
  test(`the scan does not depend on a client that ${name} to show its progress`, async () => {
    const state = await createState({ createWorkDoneProgress: answer }, { window: { workDoneProgress: true } });
    state.rescan();
    await state.ready;
  });
}

test('ready means that the last scan asked for is done, not one that was given up for it', async () => {
  const state = await createState();
  const order: string[] = [];
  let finishFirst = (): void => undefined;
  const scans = [() => new Promise<void>((resolve) => (finishFirst = resolve)), () => Promise.resolve()];
  state.service.scan = async () => {
    await scans.shift()?.();
    order.push('scan');
  };
  state.rescan();
  const ready = state.ready.then(() => order.push('ready'));
  await Promise.resolve();
  state.rescan();
  finishFirst();
  await ready;
  assert.deepEqual(order, ['scan', 'scan', 'ready']);
});

test('the views follow somebody who types without a pause', async () => {
  const state = await createState();
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    for (let typed = 0; typed < 20; typed++) {
      state.documentChanged(() => undefined);
      mock.timers.tick(200);
    }
    assert.equal(state.changes, 1);
    // After a pause they follow once, not twice.
    mock.timers.tick(10_000);
    assert.equal(state.changes, 2);
    state.documentChanged(() => undefined);
    mock.timers.tick(500);
    assert.equal(state.changes, 3);
  } finally {
    mock.timers.reset();
  }
});
