import * as vscode from 'vscode';
import type { EvidencePlace } from '../../../server/src/reviewProtocol';
import type { PlacedClaim } from '../claims/claimIndex';
import { claimAtCursor } from '../review/claimAtCursor';
import { openPlace, requestPlaces } from '../review/showClaim';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';
import type { PointerRow } from '../views/claimItems';

/** Opens what a claim points to, at its line: of a row, or of the claim at the cursor. Asks where there is a choice. */
export const openEvidence: Command<[row?: PlacedClaim | PointerRow]> =
  ({ server }) =>
  async (row) => {
    const placed = row && 'pointer' in row ? row.parent : (row ?? (await claimAtCursor(server)));
    const places = placed ? ((await requestPlaces(server, placed))?.places ?? []) : [];
    const wanted =
      row && 'pointer' in row ? places.filter(({ label }) => label === row.pointer.label).slice(0, 1) : places;
    const place = wanted.length > 1 ? await choosePlace(wanted) : wanted[0];
    if (place) await openPlace(place);
    else if (wanted.length === 0)
      showStatusMessage(vscode.l10n.t('$(info) Phase Docs: there is no evidence to open here.'));
  };

/** Opens the artifact at the value that was held against the claim's number. */
export const showMeasured: Command<[row?: PlacedClaim]> =
  ({ server }) =>
  async (row) => {
    const placed = row ?? (await claimAtCursor(server));
    const measured = placed && (await requestPlaces(server, placed))?.measured;
    if (!measured) {
      showStatusMessage(vscode.l10n.t('$(info) Phase Docs: no report measures this claim.'));
      return;
    }
    await openPlace(measured);
    showStatusMessage(`$(beaker) ${measured.label}: ${measured.detail}`);
  };

async function choosePlace(places: readonly EvidencePlace[]): Promise<EvidencePlace | undefined> {
  const items = places.map((place) => ({ label: place.label, description: place.detail, place }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open Evidence'),
    placeHolder: vscode.l10n.t('What this claim points to'),
  });
  return picked?.place;
}
