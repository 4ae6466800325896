import * as vscode from 'vscode';
import type { DocumentNode, PhaseNode } from '../../../server/src/protocol';
import type { Command } from '../services';
import { showStatusMessage } from '../statusMessage';
import type { PhaseTreeNode } from '../views/phaseItems';

interface Pair {
  readonly label: string;
  readonly before: DocumentNode;
  readonly after: DocumentNode;
}

/** Shows a document of a phase beside the one of the same kind in the phase before. */
export const compareWithPreviousPhase: Command<[row?: PhaseTreeNode]> = () => async (row) => {
  const phaseRow = row?.type === 'document' ? row.parent : row;
  if (phaseRow?.type !== 'phase' || phaseRow.parent.type !== 'initiative') return;
  const { phases } = phaseRow.parent.data;
  const phase = phaseRow.data;
  const previous = phases[phases.findIndex(({ id }) => id === phase.id) - 1];
  if (!previous) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: there is no phase before {0}.', phase.label));
    return;
  }
  const pairs = pairsOf(previous, phase).filter(({ after }) => row?.type !== 'document' || after.id === row.data.id);
  if (pairs.length === 0) {
    showStatusMessage(vscode.l10n.t('$(info) Phase Docs: {0} has no document of that kind.', previous.label));
    return;
  }
  const pair = pairs.length === 1 ? pairs[0] : await choose(pairs, previous, phase);
  if (!pair) return;
  const title = `${pair.label}: ${previous.label} ↔ ${phase.label}`;
  const [before, after] = [vscode.Uri.parse(pair.before.uri), vscode.Uri.parse(pair.after.uri)];
  await vscode.commands.executeCommand('vscode.diff', before, after, title);
};

function pairsOf(previous: PhaseNode, phase: PhaseNode): readonly Pair[] {
  return phase.documents.flatMap((after) => {
    const before = previous.documents.find(({ label }) => label === after.label);
    return before ? [{ label: after.label, before, after }] : [];
  });
}

async function choose(pairs: readonly Pair[], previous: PhaseNode, phase: PhaseNode): Promise<Pair | undefined> {
  const items = pairs.map((pair) => ({ label: pair.label, description: pair.after.description, pair }));
  const title = vscode.l10n.t('Compare {0} with {1}', phase.label, previous.label);
  return (await vscode.window.showQuickPick(items, { title }))?.pair;
}
