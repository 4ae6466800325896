// Which words of the client are shown in the language of the editor: the first argument of each `vscode.l10n.t(…)`.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * All of them, in order and each once.
 *
 * @param {string} dir of TypeScript sources
 * @returns {readonly string[]}
 */
export function l10nTexts(dir) {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return [...new Set(names.flatMap((name) => textsOf(path.join(dir, name))))].sort();
}

/** @param {string} file @returns {readonly string[]} */
function textsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'vscode.l10n.t') {
      const [text] = node.arguments;
      // What is put together only when it is shown cannot be translated.
      if (!text || !ts.isStringLiteralLike(text)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        throw new Error(`${file}:${line + 1}: the words must be written out`);
      }
      found.push(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
