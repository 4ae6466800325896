import { UsageError } from '../io';
import type { Command } from './command';

/** Known here for the help only: `main.ts` starts the server, because that ends with the process and not with a code. */
export const languageServerCommand: Command = {
  name: 'lsp',
  summary: 'Run the language server, for editors',
  help: `Usage: phase-docs lsp --stdio

Serves any editor that speaks the Language Server Protocol, over standard input and output.

Options:
      --stdio   talk over standard input and output
  -h, --help    show this help
`,
  options: { stdio: {} },
  run() {
    throw new UsageError('The language server talks over standard input and output: `phase-docs lsp --stdio`.');
  },
};
