// Input of the measurements: long documents and a large workspace, made of our example or of real documents.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @param {string} folder @returns {string[]} paths of Markdown files, in order */
export function markdownFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .sort();
}

/** @param {string} folder @returns {{ files: number, bytes: number }} */
export function sizeOf(folder) {
  const files = markdownFiles(folder);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + readFileSync(file).length, 0) };
}

/**
 * A document of so many lines, made of whole files one after the other, again and again with other words: the same
 * claim told a thousand times would be one finding with a thousand places, as no author writes it.
 *
 * @param {readonly string[]} files @param {number} lineCount
 */
export function longDocument(files, lineCount) {
  const lines = ['# Phase 8 Handoff', ''];
  for (let round = 1; lines.length < lineCount; round++) {
    for (const file of files) {
      const part = readFileSync(file, 'utf8').trimEnd().split('\n');
      if (countFences(part) % 2 === 0) lines.push(...part.map((line) => varyLine(line, round)), '');
      if (lines.length >= lineCount) break;
    }
  }
  const cut = lines.slice(0, lineCount);
  if (countFences(cut) % 2 === 1) cut[cut.length - 1] = '```';
  return `${cut.join('\n')}\n`;
}

/** @param {readonly string[]} lines */
function countFences(lines) {
  return lines.filter((line) => /^\s*(```|~~~)/.test(line)).length;
}

/** @param {string} line @param {number} round */
function varyLine(line, round) {
  return line
    .replace(/^# /, '## ')
    .replace(/^(#+ .*)$/, `$1, part ${round}`)
    .replace(/^(\s*[-*] (?:\[.\] )?)(?=\w)/, `$1In part ${round}: `)
    .replace(/^(\s*[-*] )?\*\*([^*]+)\*\*:/, `$1**$2 ${round}**:`)
    .replace(/^\| (?![-:])([^|]+)\|/, `| $1 ${round} |`);
}

/**
 * Copies of the example under other names until there are so many files.
 *
 * @param {string} example @param {string} target @param {number} fileCount
 */
export function writeWorkspace(example, target, fileCount) {
  const files = markdownFiles(example);
  for (let count = 0, round = 1; count < fileCount; round++) {
    for (const file of files.slice(0, fileCount - count)) {
      const lines = readFileSync(file, 'utf8').split('\n');
      const path = join(target, `docs/area${round % 7}/initiative${round}`, relative(example, file));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, lines.map((line) => (line.startsWith('# ') ? line : varyLine(line, round))).join('\n'));
      count++;
    }
  }
}
