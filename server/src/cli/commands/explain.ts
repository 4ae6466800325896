import { nearest } from '../../suggestion';
import { markdownToText } from '../formatters/markdownToText';
import { exitCodes, UsageError } from '../io';
import { describeRules } from '../ruleCatalog';
import type { Command } from './command';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Say what a rule reports, why, and how to put it right',
  help: `Usage: phase-docs explain [RULE]

Prints the page of a rule: what it reports, why that matters, examples, how to put it right, and
when to switch it off. Without RULE, lists all rules.

Options:
  -h, --help   show this help

Examples:
  phase-docs explain
  phase-docs explain unsupported-claim
`,
  options: {},
  run({ positionals }, io) {
    const [id, ...others] = positionals;
    if (others.length > 0) throw new UsageError('`explain` takes one rule at a time.');
    const rules = describeRules();
    if (id === undefined) {
      const width = Math.max(...rules.map((rule) => rule.id.length));
      const lines = rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd(11)}  ${rule.summary}`);
      io.stdout.write(`${lines.join('\n')}\n`);
      return exitCodes.clean;
    }
    const rule = rules.find((known) => known.id === id);
    if (!rule) {
      const ids = rules.map((known) => known.id);
      const near = nearest(id, ids);
      throw new UsageError(
        `There is no rule \`${id}\`.${near ? ` Did you mean \`${near}\`?` : ''}\n\`phase-docs explain\` lists all rules.`,
      );
    }
    io.stdout.write(markdownToText(rule.page));
    return exitCodes.clean;
  },
};
