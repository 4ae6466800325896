import * as vscode from 'vscode';
import { reviewRequest } from '../../../server/src/reviewProtocol';
import { placeClaims, type PlacedClaim } from '../claims/claimIndex';
import type { Server } from '../server';

/** The claims of a document; none for what is no phase document. */
export async function claimsOf(server: Server, uri: vscode.Uri): Promise<readonly PlacedClaim[]> {
  const review = await server.request(reviewRequest, { uri: uri.toString(), authors: false });
  return review ? placeClaims(review.uri, review) : [];
}

/** The claim at a place: the one that holds it, else the first of its line. */
export async function claimAt(
  server: Server,
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<PlacedClaim | undefined> {
  const here = (await claimsOf(server, uri)).filter(({ claim: { range } }) => range.start.line === position.line);
  const { character } = position;
  const holding = here.find(
    ({ claim: { range } }) => range.start.character <= character && character <= range.end.character,
  );
  return holding ?? here[0];
}

/** The claim at the cursor of the editor. */
export async function claimAtCursor(server: Server): Promise<PlacedClaim | undefined> {
  const editor = vscode.window.activeTextEditor;
  return editor && claimAt(server, editor.document.uri, editor.selection.active);
}
