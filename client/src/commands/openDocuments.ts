import * as vscode from 'vscode';
import type { Command } from '../services';
import { documentsBelow, type PhaseTreeNode } from '../views/phaseItems';

/** More tabs than that help nobody. */
const MOST_TABS = 20;

/** Opens the documents of a phase, the one that speaks for it last and thus in front. */
export const openDocuments: Command<[row?: PhaseTreeNode]> = () => async (row) => {
  if (!row) return;
  for (const { uri } of documentsBelow(row).slice(0, MOST_TABS))
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { preview: false });
};
