/** Starts the command line in a process. Everything that can be tested is in `run.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodes, type Output } from './io';
import { run } from './run';

const args = process.argv.slice(2);

if (args[0] === 'lsp' && args.includes('--stdio') && !args.includes('--help') && !args.includes('-h')) {
  // The bundle beside this one; it reads `--stdio` from the arguments itself.
  void import(pathToFileURL(join(__dirname, 'server.js')).href);
} else {
  // Node's own exit code for this is that of findings.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`phase-docs: internal error: ${error.stack ?? error.message}\n`);
    process.exit(exitCodes.failed);
  });
  // Whoever reads may stop early, as `head` does; there is nobody left to tell.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
  const { version, homepage } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
    homepage?: string;
  };
  void run(args, {
    cwd: process.cwd(),
    env: process.env,
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    version,
    homepage,
  }).then((code) => {
    process.exitCode = code;
  });
}

function toOutput(stream: NodeJS.WriteStream): Output {
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY };
}
