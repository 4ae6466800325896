// Command palette, Quick Open, pickers and input boxes.
import { WorkbenchBase, exactly } from './base.mjs';

export class QuickInput extends WorkbenchBase {
  get quickInput() {
    return this.page.locator('.quick-input-widget:visible');
  }

  get quickInputBox() {
    return this.quickInput.locator('input.input');
  }

  /** The rows of the open picker. */
  get quickRows() {
    return this.quickInput.locator('.quick-input-list .monaco-list-row');
  }

  /** @param {string} label */
  quickRow(label) {
    return this.quickRows.filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) }).first();
  }

  /**
   * @param {string} keys    that open the widget
   * @param {string} filter  to type
   * @param {string} label   of the row to accept
   */
  async #pick(keys, filter, label) {
    const row = this.quickRow(label);
    // A list that was opened before the workbench knew everything does not grow: open it again.
    await this.waitFor(async () => {
      await this.summon(keys, this.quickInputBox);
      await this.quickInputBox.fill(filter);
      const isListed = await row.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (!isListed) await this.press('Escape');
      return isListed;
    }, `"${label}" to be listed for "${filter}"`);
    // The list is rebuilt while results arrive, so prefer Enter on the selected row to a click that
    // could hit the row that was there before. Only a match that stays behind others is clicked.
    const isSelected = await row
      .and(this.page.locator('.focused'))
      .waitFor({ timeout: 1000 })
      .then(
        () => true,
        () => false,
      );
    await (isSelected ? this.press('Enter') : row.click());
  }

  /** Runs a command by its title as the palette shows it, e.g. "Phase Docs: New Phase". @param {string} title */
  async runCommand(title) {
    await this.#pick('F1', `>${title}`, title);
  }

  /**
   * Opens a file by name with Quick Open and waits until its editor has the focus.
   *
   * @param {string} name  a file name, or the end of a path with its folders
   */
  async openFile(name) {
    const base = name.split('/').at(-1) ?? name;
    await this.#pick('Control+P', name, base);
    await this.page.locator(`.tabs-container .tab[data-resource-name="${base}"]`).first().waitFor();
    await this.page.locator(`.editor-group-container.active .monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
  }

  /** Answers the input box that asks for `prompt`. @param {string} prompt @param {string} text */
  async answerInput(prompt, text) {
    await this.quickInput.filter({ hasText: prompt }).waitFor();
    await this.quickInputBox.fill(text);
    await this.press('Enter');
  }

  /** Chooses a row of an extension's picker by its label. @param {string} placeholder @param {string} label */
  async choose(placeholder, label) {
    await this.quickInput.locator(`input[placeholder="${placeholder}"]`).waitFor();
    await this.quickRow(label).click();
  }
}
