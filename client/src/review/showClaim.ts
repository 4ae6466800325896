import * as vscode from 'vscode';
import { evidencePlacesRequest, type EvidencePlace, type EvidencePlaces } from '../../../server/src/reviewProtocol';
import type { PlacedClaim } from '../claims/claimIndex';
import type { Server } from '../server';
import { toRange } from '../toEditor';

export function requestPlaces(server: Server, { document, claim }: PlacedClaim): Promise<EvidencePlaces | null> {
  return server.request(evidencePlacesRequest, { uri: document.uri, claimId: claim.id });
}

/** Opens the claim on the left and its first evidence at its line on the right; the focus stays where it is. */
export async function showSideBySide(server: Server, placed: PlacedClaim): Promise<void> {
  const found = await requestPlaces(server, placed);
  const range = toRange(found?.claim ?? placed.claim.range);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(placed.document.uri), {
    viewColumn: vscode.ViewColumn.One,
    preserveFocus: true,
    selection: range,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  const place = found?.measured ?? found?.places[0];
  if (place) await openPlace(place, { viewColumn: vscode.ViewColumn.Two, preserveFocus: true });
}

/** Whatever editor is right for the file: evidence may be a picture. */
export async function openPlace(
  { uri, line }: EvidencePlace,
  options: vscode.TextDocumentShowOptions = {},
): Promise<void> {
  const selection = new vscode.Range(line, 0, line, line > 0 ? Number.MAX_SAFE_INTEGER : 0);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), { preview: true, selection, ...options });
}
