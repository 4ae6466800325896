// Text editors and the language features shown in them.
import { exactly, plain } from './base.mjs';
import { QuickInput } from './quick-input.mjs';

export class EditorDriver extends QuickInput {
  /** @param {string} name */
  tab(name) {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`);
  }

  /** The active text editor, or the one showing a file whose URI ends with `suffix`. @param {string} [suffix] */
  editor(suffix) {
    return suffix
      ? this.page.locator(`.editor-group-container .monaco-editor[data-uri$="${suffix}"]`)
      : this.page.locator('.editor-group-container.active .editor-instance .monaco-editor[data-uri]').first();
  }

  /** Puts the keyboard focus back into the active editor, e.g. after working in a view. */
  async focusEditor() {
    await this.runCommand('View: Focus Active Editor Group');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Visible text, top to bottom; the editor keeps its lines in any order. @param {string} [suffix] */
  async editorText(suffix) {
    const lines = await this.editor(suffix)
      .locator('.view-lines')
      .evaluate((element) =>
        [...element.querySelectorAll('.view-line')].map((line) => ({
          top: parseInt(/** @type {HTMLElement} */ (line).style.top, 10),
          text: (line.textContent ?? '').replace(/\u00a0/g, ' '),
        })),
      );
    return lines
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text)
      .join('\n');
  }

  /** Puts the cursor somewhere; 1-based, like the status bar. @param {number} line */
  async goTo(line, column = 1) {
    await this.summon('Control+G', this.quickInputBox);
    await this.quickInputBox.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
    const position = new RegExp(`Ln ${line}, Col ${column}\\b`);
    await this.page.locator('.statusbar-item[id="status.editor.selection"]', { hasText: position }).waitFor();
  }

  /**
   * Saves the active editor. A tab is not marked as changed at once after typing, and the editor may save by itself: only
   * the file tells that it is done.
   *
   * @param {() => boolean} isOnDisk
   */
  async save(isOnDisk) {
    await this.press('Control+S');
    await this.waitFor(isOnDisk, 'the saved file');
    await this.page.locator('.tabs-container .tab.active:not(.dirty)').first().waitFor();
  }

  /** Texts of the hover at the cursor, one per part (problem, each provider's answer). */
  async hover() {
    const parts = this.page.locator('.monaco-hover:not(.hidden) .hover-contents:visible');
    /** @type {string[]} */
    let texts = [];
    await this.waitFor(async () => {
      // What is drawn anew below it takes a hover away.
      await this.summon('Control+K Control+I', parts.first());
      texts = await parts.allInnerTexts();
      return texts.some((text) => text && !text.startsWith('Loading'));
    }, 'a hover');
    return texts.map(plain);
  }

  get #suggestions() {
    return this.page.locator('.suggest-widget.visible');
  }

  /** Labels in the suggestion list at the cursor; opens it when it is not open. @param {string[]} [expected] */
  async completions(expected) {
    await this.summon('Control+Space', this.#suggestions);
    const labels = this.#suggestions.locator('.monaco-list-row .label-name');
    return this.texts(() => labels.allInnerTexts(), expected, 'the suggestions');
  }

  /** @param {string} label */
  async acceptCompletion(label) {
    const named = this.page.locator('.label-name', { hasText: exactly(label) });
    await this.#suggestions.locator('.monaco-list-row').filter({ has: named }).click();
    await this.#suggestions.waitFor({ state: 'hidden' });
  }

  get #actions() {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  /** Titles of the code actions offered at the cursor; leaves the menu open. @param {string[]} [expected] */
  async codeActions(expected) {
    await this.summon('Control+.', this.#actions.first());
    return this.texts(() => this.#actions.allInnerTexts(), expected, 'the code actions');
  }

  /** @param {string} title */
  async applyCodeAction(title) {
    if (!(await this.#actions.first().isVisible())) await this.codeActions();
    await this.#actions.filter({ hasText: title }).first().click();
    await this.#actions.first().waitFor({ state: 'hidden' });
  }

  /** Chooses a code action of the open menu by keyboard alone. @param {RegExp} title */
  async chooseCodeAction(title) {
    const chosen = this.page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title });
    await this.waitFor(async () => {
      if (await chosen.isVisible()) return true;
      await this.press('ArrowDown');
      return false;
    }, `the code action ${title}`);
    await this.press('Enter');
    await this.#actions.first().waitFor({ state: 'hidden' });
  }

  /**
   * Drags something to a place in a text editor. With Shift it goes into the text; without, the editor opens it.
   *
   * @param {import('./base.mjs').Locator} source
   * @param {import('./base.mjs').Locator} target
   */
  async drop(source, target) {
    const [from, to] = [await source.boundingBox(), await target.boundingBox()];
    if (!from || !to) throw new Error('nothing to drag, or nowhere to drop it');
    const { mouse, keyboard } = this.page;
    await mouse.move(from.x + 40, from.y + from.height / 2);
    await mouse.down();
    // The first steps start the drag, the last ones tell the editor where it is.
    await mouse.move(to.x + 10, to.y + to.height / 2, { steps: 5 });
    await keyboard.down('Shift');
    await mouse.move(to.x + 12, to.y + to.height / 2, { steps: 5 });
    await mouse.up();
    await keyboard.up('Shift');
  }

  /** CodeLens texts in view, one per line that has any. @param {string[]} [expected] @param {string} [suffix] */
  async codeLenses(expected, suffix) {
    const lenses = this.editor(suffix).locator('.codelens-decoration');
    return this.texts(() => lenses.allInnerTexts(), expected, 'the CodeLenses');
  }

  /** @param {string} text @param {string} [suffix] */
  codeLens(text, suffix) {
    return this.editor(suffix).locator('.codelens-decoration a', { hasText: text }).first();
  }

  /** Steps to the next problem and returns its text. */
  async nextProblem() {
    await this.press('F8');
    const message = this.page.locator('.monaco-editor .marker-widget .descriptioncontainer');
    await message.waitFor();
    return plain(await message.innerText());
  }
}
