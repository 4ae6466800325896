// Runs the editor server (its script and arguments follow on the command line) and ends it together
// with whoever started it, even if that process was killed: its end of our standard input closes.
import { pathToFileURL } from 'node:url';

process.argv.splice(1, 1);
const script = process.argv[1];
if (!script) throw new Error('the server script is missing');
process.stdin
  .on('end', () => process.exit())
  .on('error', () => process.exit())
  .resume();
await import(pathToFileURL(script).href);
