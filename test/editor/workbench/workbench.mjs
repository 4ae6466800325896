// The whole driver: panels, views, notifications, dialogs, status bar, webviews, on top of editors.
import { ariaLabels, escapePattern, plain } from './base.mjs';
import { EditorDriver } from './editor.mjs';

/** Methods that read a list take the texts it is expected to show, wait for them, and return all. */
export class Workbench extends EditorDriver {
  /** Rows of the Problems panel; with `expected`, waits until each text is part of some row. @param {string[]} [expected] */
  async problems(expected) {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row[role="treeitem"]');
    return this.texts(() => ariaLabels(rows), expected, 'Problems');
  }

  /** Opens a view container by the title on its activity bar icon. @param {string} title */
  async openContainer(title) {
    const icon = this.page.locator(`.activitybar .action-item a.action-label[aria-label^="${title}"]`).first();
    await icon.waitFor();
    const item = icon.locator('xpath=ancestor::li[1]');
    const isOpen = await item.evaluate((element) => element.classList.contains('checked'));
    // Not the icon: a badge may cover it.
    if (!isOpen) await item.click();
    const heading = new RegExp(escapePattern(title), 'i');
    await this.page.locator('.sidebar .composite.title', { hasText: heading }).waitFor();
  }

  /** A custom tree view with its header. @param {string} view */
  tree(view) {
    return this.page.locator(`.pane:has(.pane-header[aria-label^="${view}"])`);
  }

  /** @param {string} view */
  treeRows(view) {
    return this.tree(view).locator('.monaco-list-row[role="treeitem"]');
  }

  /** What screen readers say of a tree view's rows. @param {string} view @param {string[]} [expected] */
  async treeLabels(view, expected) {
    return this.texts(() => ariaLabels(this.treeRows(view)), expected, `the ${view} view`);
  }

  /** @param {string} view @param {string} label */
  treeRow(view, label) {
    return this.tree(view).locator(`.monaco-list-row[role="treeitem"][aria-label*="${label}"]`).first();
  }

  /** Clicks a row that opens something in a second group of editors. @param {string} view @param {string} label */
  async openBeside(view, label) {
    const second = this.page.locator('.editor-group-container').nth(1);
    // A tree that is drawn anew at this moment forgets the click.
    await this.waitFor(async () => {
      if (await second.isVisible()) return true;
      await this.treeRow(view, label).click();
      return second.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    }, `${label} to be opened`);
  }

  /** @param {string} view @param {string} label */
  async expandTreeRow(view, label) {
    const row = this.treeRow(view, label);
    // A tree that is drawn anew at this moment forgets the click.
    await this.waitFor(async () => {
      const state = await row.getAttribute('aria-expanded');
      if (state === 'false') await row.locator('.monaco-tl-twistie').click();
      return state === 'true';
    }, `${label} to be expanded`);
  }

  /** A notification by part of its text. @param {string} text */
  notification(text) {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  }

  /** @param {string} text @param {string} button */
  async answerNotification(text, button) {
    const toast = this.notification(text);
    await toast.waitFor();
    await toast.locator('.notification-list-item-buttons-container .monaco-button', { hasText: button }).click();
  }

  /** Answers a modal dialog; returns its text. @param {string} message @param {string} button */
  async answerDialog(message, button) {
    const dialog = this.page.locator('.monaco-dialog-box', { hasText: message });
    await dialog.waitFor();
    const text = await dialog.locator('.dialog-message-container').innerText();
    await dialog.locator('.monaco-button', { hasText: button }).first().click();
    await dialog.waitFor({ state: 'hidden' });
    return text;
  }

  /** A status bar entry by part of its id: `publisher.extension.itemId`. @param {string} id */
  statusBarItem(id) {
    return this.page.locator(`.statusbar-item[id*="${id}"]`);
  }

  /** Content of a webview: two nested frames, the inner one holds the extension's HTML. */
  webview(index = 0) {
    return this.page.frameLocator('iframe.webview.ready').nth(index).frameLocator('iframe#active-frame');
  }

  /** Text of an extension's Output channel (visible part). @param {string} channel */
  async output(channel) {
    await this.runCommand('Output: Show Output Channels...');
    await this.quickInputBox.fill(channel);
    await this.quickRow(channel).click();
    const shown = this.page.locator('.panel .monaco-editor[data-uri^="output:"] .view-lines, .output-view .view-lines');
    return this.waitFor(async () => plain(await shown.first().innerText()), `output in ${channel}`);
  }
}
