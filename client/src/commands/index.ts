import * as vscode from 'vscode';
import { commandIds, type CommandId } from '../commandIds';
import type { Services } from '../services';
import { answerClaim } from './answerClaim';
import { copyReview } from './copyReview';
import { clearClaimFilters, filterClaims, filterClaimsByVerdict, groupClaims, showChangedClaims } from './filterClaims';
import { fixClaim } from './fixClaim';
import { goToClaim } from './goToClaim';
import { archive } from './archive';
import { compareWithPreviousPhase } from './comparePhases';
import { createConfiguration } from './createConfiguration';
import { deriveSchema } from './deriveSchema';
import { fixAll, fixWorkspace } from './fixAll';
import { exportReport } from './exportReport';
import { goToMissingEvidence } from './goToMissingEvidence';
import { insertSection } from './insertSection';
import { openEvidence, showMeasured } from './openEvidence';
import { openDocuments } from './openDocuments';
import { openPlace } from './openPlace';
import { openReport } from './openReport';
import { refresh } from './refresh';
import { restartServer } from './restartServer';
import { endReview, reviewDocument } from './reviewDocument';
import { scaffoldNextPhase } from './scaffoldNextPhase';
import { showClaim } from './showClaim';
import { showOutput } from './showOutput';
import { showPlaces } from './showPlaces';
import { showRule } from './showRule';

/** Makes every command of the manifest known to the editor. */
export function registerCommands(services: Services): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const handlers = {
    [commandIds.nextMissingEvidence]: goToMissingEvidence('next')(services),
    [commandIds.previousMissingEvidence]: goToMissingEvidence('previous')(services),
    [commandIds.nextClaim]: goToClaim('next')(services),
    [commandIds.previousClaim]: goToClaim('previous')(services),
    [commandIds.groupClaimsByVerdict]: groupClaims('verdict')(services),
    [commandIds.groupClaimsByPhase]: groupClaims('phase')(services),
    [commandIds.groupClaimsByDocument]: groupClaims('document')(services),
    [commandIds.groupClaimsByKind]: groupClaims('kind')(services),
    [commandIds.filterClaims]: filterClaims(services),
    [commandIds.filterClaimsByVerdict]: filterClaimsByVerdict(services),
    [commandIds.showChangedClaims]: showChangedClaims(services),
    [commandIds.clearClaimFilters]: clearClaimFilters(services),
    [commandIds.showClaim]: showClaim(services),
    [commandIds.openEvidence]: openEvidence(services),
    [commandIds.showMeasured]: showMeasured(services),
    [commandIds.fixClaim]: fixClaim(services),
    [commandIds.reviewDocument]: reviewDocument(services),
    [commandIds.endReview]: endReview(services),
    [commandIds.answerClaim]: answerClaim()(services),
    [commandIds.acceptClaim]: answerClaim('accepted')(services),
    [commandIds.needsEvidence]: answerClaim('needs evidence')(services),
    [commandIds.questionClaim]: answerClaim('question')(services),
    [commandIds.copyReview]: copyReview(services),
    [commandIds.scaffoldNextPhase]: scaffoldNextPhase(services),
    [commandIds.createConfiguration]: createConfiguration(services),
    [commandIds.insertSection]: insertSection(services),
    [commandIds.deriveSchema]: deriveSchema(services),
    [commandIds.fixAll]: fixAll(services),
    [commandIds.fixWorkspace]: fixWorkspace(services),
    [commandIds.showPlaces]: showPlaces(services),
    [commandIds.openDocuments]: openDocuments(services),
    [commandIds.compareWithPreviousPhase]: compareWithPreviousPhase(services),
    [commandIds.archive]: archive(services),
    [commandIds.openReport]: openReport(services),
    [commandIds.exportReport]: exportReport(services),
    [commandIds.openPlace]: openPlace(services),
    [commandIds.showRule]: showRule(services),
    [commandIds.refresh]: refresh(services),
    [commandIds.showOutput]: showOutput(services),
    [commandIds.restartServer]: restartServer(services),
  } satisfies Record<CommandId, unknown>;
  return Object.entries(handlers).map(([id, handler]) => registerCommand(id, handler));
}
