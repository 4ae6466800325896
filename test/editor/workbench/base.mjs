// The foundations of driving the workbench by its user interface. Every method waits for what it
// returns, so callers need no sleeps. Selectors hold for VS Code 1.100 to 1.139; they are all in this
// folder on purpose.
//
// Rules that keep this reliable:
//  - start with ready(); before it, keystrokes are lost;
//  - prefer commands and keys over mouse positions, and role/aria-label over style classes;
//  - lists are virtual: only rows in view exist in the page, so filter or scroll before reading;
//  - never read a list once: say what is expected and wait for it, e.g. problems(['Unknown phase']).

/** @typedef {import('playwright-core').Locator} Locator */

/** A pattern for exactly this text. @param {string} text */
export const exactly = (text) => new RegExp(`^${escapePattern(text)}$`);

/** @param {string} text */
export const escapePattern = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The editor paints spaces as U+00A0. @param {string} text */
export const plain = (text) => text.replace(/\u00a0/g, ' ').trim();

/** @param {Locator} rows @returns {Promise<string[]>} */
export const ariaLabels = (rows) =>
  rows.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('aria-label') ?? element.textContent ?? ''),
  );

export class WorkbenchBase {
  /**
   * @param {import('playwright-core').Page} page
   * @param {number} [timeout] limit of each wait, ms
   */
  constructor(page, timeout = 30_000) {
    page.setDefaultTimeout(timeout);
    this.page = page;
    this.timeout = timeout;
  }

  /**
   * Asks `probe` again and again until it answers with something truthy.
   *
   * @template T
   * @param {() => T | Promise<T>} probe
   * @param {string} what  for the message when it never does
   */
  async waitFor(probe, what) {
    const deadline = Date.now() + this.timeout;
    for (;;) {
      const answer = await probe();
      if (answer) return answer;
      if (Date.now() > deadline) throw new Error(`timed out waiting for ${what}`);
      await this.page.waitForTimeout(50);
    }
  }

  /**
   * Waits until `read` returns something or, with `expected`, until each text is part of some entry.
   *
   * @protected
   * @param {() => Promise<string[]>} read
   * @param {string[] | undefined} expected
   * @param {string} what
   */
  async texts(read, expected, what) {
    /** @type {string[]} */
    let seen = [];
    const isEnough = async () => {
      seen = (await read()).map(plain);
      return expected ? expected.every((text) => seen.some((entry) => entry.includes(text))) : seen.length > 0;
    };
    try {
      await this.waitFor(isEnough, `${what} to show ${expected ? JSON.stringify(expected) : 'anything'}`);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}; last seen: ${JSON.stringify(seen)}`, {
        cause: error,
      });
    }
    return seen;
  }

  /** Waits until the window is restored; the workbench leaves a performance mark when it is. */
  async ready() {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.waitForFunction(() => performance.getEntriesByName('code/LifecyclePhase/Restored').length > 0);
    return this;
  }

  /** Presses a key combination, or several in a row: "F8", "Control+K Control+I". @param {string} keys */
  async press(keys) {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key);
  }

  /** Types like a person: auto-closing brackets, suggestions and so on apply. @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /**
   * Presses keys until `target` shows: a busy window can swallow a keystroke or drop its answer.
   *
   * @protected
   * @param {string} keys
   * @param {Locator} target
   */
  async summon(keys, target) {
    await this.waitFor(async () => {
      if (await target.isVisible()) return true;
      await this.press(keys);
      return target.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    }, `an answer to ${keys}`);
  }

  /**
   * A picture of the window, or of one region: any locator, e.g. wb.tree('Phases').
   *
   * @param {string} path
   * @param {Locator} [region]
   */
  async screenshot(path, region) {
    await this.page.mouse.move(0, 0);
    await (region ?? this.page).screenshot({ path, animations: 'disabled', caret: 'hide' });
  }
}
