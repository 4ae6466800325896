import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PhaseDocs } from '../../client/src/phaseDocs';
import type { PhaseTreeNode } from '../../client/src/views/phaseItems';
import { startedExtension, uriOf, waitFor } from './support/harbor';

suite('Phases view', () => {
  let phaseDocs: PhaseDocs;
  suiteSetup(async () => {
    phaseDocs = await startedExtension();
  });

  const initiatives = () =>
    waitFor('an initiative', async () => {
      const nodes = await phaseDocs.phases.getChildren();
      return nodes.length > 0 && nodes;
    });
  const childOf = async (parent: PhaseTreeNode | undefined, label: string) => {
    assert.ok(parent);
    const child = (await phaseDocs.phases.getChildren(parent)).find(({ data }) => data.label === label);
    assert.ok(child, `${parent.data.label} has no ${label}`);
    return child;
  };

  test('shows the phases of the initiative in order', async () => {
    const [initiative, ...others] = await initiatives();
    assert.equal(others.length, 0);
    const children = await phaseDocs.phases.getChildren(initiative);
    const phases = children.filter(({ type }) => type === 'phase').map(({ data }) => data.label);
    assert.deepEqual(phases, ['Phase 1', 'Phase 2', 'Phase 3']);
  });

  test('shows progress, opens documents and knows the row above', async () => {
    const [initiative] = await initiatives();
    const phase = await childOf(initiative, 'Phase 2');
    const document = await childOf(phase, 'Hand-off');
    assert.equal(phaseDocs.phases.getParent(document), phase);
    const item = phaseDocs.phases.getTreeItem(document);
    assert.match(String(item.description), /\d+\/\d+ tasks? · \d+\/\d+ claims?/);
    assert.match(item.accessibilityInformation?.label ?? '', /Hand-off, .*claims supported/);
    assert.equal(item.command?.command, 'vscode.open');
    const [target] = (item.command.arguments ?? []) as vscode.Uri[];
    assert.equal(target?.toString(), uriOf('TODO001_phase2_handoff.md').toString());
  });

  test('follows files that come and go', async () => {
    const file = uriOf('TODO001_phase9_notes.md');
    const phases = async () => {
      const [initiative] = await initiatives();
      return (await phaseDocs.phases.getChildren(initiative)).map(({ data }) => data.label);
    };
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('# Phase 9 Notes\n'));
    await waitFor('phase 9', async () => (await phases()).includes('Phase 9'));
    await vscode.workspace.fs.delete(file);
    await waitFor('phase 9 to go', async () => !(await phases()).includes('Phase 9'));
  });
});
