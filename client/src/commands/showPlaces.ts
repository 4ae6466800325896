import * as vscode from 'vscode';
import type { Command } from '../services';
import { toRange, type PlainPosition, type PlainRange } from '../toEditor';

interface PlainLocation {
  readonly uri: string;
  readonly range: PlainRange;
}

/** Shows places of other files at a place of this one; a single one is opened. Code lenses give the arguments. */
export const showPlaces: Command<[uri?: string, position?: PlainPosition, places?: readonly PlainLocation[]]> =
  () => async (uri, position, places) => {
    if (typeof uri !== 'string' || position === undefined || places === undefined) return;
    const locations = places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range)));
    await vscode.commands.executeCommand(
      'editor.action.goToLocations',
      vscode.Uri.parse(uri),
      new vscode.Position(position.line, position.character),
      locations,
      'gotoAndPeek',
      vscode.l10n.t('There is nothing to show.'),
    );
  };
