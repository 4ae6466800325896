import { endOfPhase, isWritten } from '../model/chain/obligations';
import { baseName } from '../model/paths';
import { phaseName } from '../model/phaseId';
import { defineRule } from './rule';

/** A file that the prompt of a phase asks for, and that is not there though the phase is over. */
export const missingOutput = defineRule({
  id: 'missing-output',
  family: 'phases',
  summary: 'Require the files that a prompt asks for, once its phase is over',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const { phase } = document.identity;
    const entry = project.entry(document.path);
    const outputs = entry?.facts.chain.promises.filter(({ kind, settled }) => kind === 'output' && !settled) ?? [];
    if (!entry || !phase || outputs.length === 0) return;
    const end = endOfPhase(entry, phase, project);
    if (!end) return;
    for (const { files, range } of outputs) {
      const missing = files.filter((file) => !isWritten(entry, file, project));
      if (missing.length === 0) continue;
      const names = missing.map(baseName).join(', ');
      yield {
        range,
        message:
          `${names} ${missing.length === 1 ? 'was' : 'were'} to be written in ${phaseName(phase)}, which is over, but ${missing.length === 1 ? 'is' : 'are'} not there. ` +
          'Who takes over looks for it in vain. Write it, or strike it out with the reason.',
        related: [
          {
            uri: end.entry.uri,
            range: { start: { line: end.line, character: 0 }, end: { line: end.line, character: 0 } },
            message: `Shows that ${phaseName(phase)} is over`,
          },
        ],
      };
    }
  },
});
