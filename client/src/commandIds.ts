import { clientCommands } from '../../server/src/protocol';

/** Every command that the manifest contributes; a test compares the two. */
export const commandIds = {
  nextMissingEvidence: clientCommands.nextMissingEvidence,
  previousMissingEvidence: 'phaseDocs.previousMissingEvidence',
  scaffoldNextPhase: 'phaseDocs.scaffoldNextPhase',
  createConfiguration: 'phaseDocs.createConfiguration',
  insertSection: 'phaseDocs.insertSection',
  deriveSchema: 'phaseDocs.deriveSchema',
  openDocuments: 'phaseDocs.openDocuments',
  compareWithPreviousPhase: 'phaseDocs.compareWithPreviousPhase',
  archive: 'phaseDocs.archive',
  openReport: 'phaseDocs.openReport',
  exportReport: 'phaseDocs.exportReport',
  openPlace: clientCommands.openPlace,
  showRule: clientCommands.showRule,
  refresh: 'phaseDocs.refresh',
  showOutput: 'phaseDocs.showOutput',
  restartServer: 'phaseDocs.restartServer',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];
