import { clientCommands } from '../../server/src/protocol';

/** Every command that the manifest contributes; a test compares the two. */
export const commandIds = {
  nextMissingEvidence: clientCommands.nextMissingEvidence,
  previousMissingEvidence: 'phaseDocs.previousMissingEvidence',
  nextClaim: 'phaseDocs.nextClaim',
  previousClaim: 'phaseDocs.previousClaim',
  groupClaimsByVerdict: 'phaseDocs.groupClaimsByVerdict',
  groupClaimsByPhase: 'phaseDocs.groupClaimsByPhase',
  groupClaimsByDocument: 'phaseDocs.groupClaimsByDocument',
  groupClaimsByKind: 'phaseDocs.groupClaimsByKind',
  filterClaims: 'phaseDocs.filterClaims',
  filterClaimsByVerdict: 'phaseDocs.filterClaimsByVerdict',
  showChangedClaims: 'phaseDocs.showChangedClaims',
  clearClaimFilters: 'phaseDocs.clearClaimFilters',
  showClaim: 'phaseDocs.showClaim',
  openEvidence: 'phaseDocs.openEvidence',
  showMeasured: 'phaseDocs.showMeasured',
  fixClaim: 'phaseDocs.fixClaim',
  reviewDocument: 'phaseDocs.reviewDocument',
  endReview: 'phaseDocs.endReview',
  answerClaim: 'phaseDocs.answerClaim',
  acceptClaim: 'phaseDocs.acceptClaim',
  needsEvidence: 'phaseDocs.needsEvidence',
  questionClaim: 'phaseDocs.questionClaim',
  copyReview: 'phaseDocs.copyReview',
  scaffoldNextPhase: 'phaseDocs.scaffoldNextPhase',
  createConfiguration: 'phaseDocs.createConfiguration',
  insertSection: 'phaseDocs.insertSection',
  deriveSchema: 'phaseDocs.deriveSchema',
  showRule: clientCommands.showRule,
  refresh: 'phaseDocs.refresh',
  showOutput: 'phaseDocs.showOutput',
  restartServer: 'phaseDocs.restartServer',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];
