// The least that any check must do: reads every Markdown file below a folder, one after the other.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let bytes = 0;
/** @param {string} folder */
function readFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) readFolder(path);
    else if (entry.name.endsWith('.md')) bytes += readFileSync(path, 'utf8').length;
  }
}

readFolder(process.argv[2] ?? '.');
console.log(bytes);
