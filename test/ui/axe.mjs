// Accessibility of a page or of a webview, as axe sees it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../editor/builds.mjs';

const source = readFileSync(path.join(projectDir, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical, each with the first element concerned. @param {import('playwright-core').Frame} frame */
export async function seriousProblems(frame) {
  await frame.evaluate(source);
  const { violations, passes } = await frame.evaluate(() => /** @type {any} */ (globalThis).axe.run());
  if (passes.length < 10) throw new Error('axe found hardly anything to look at');
  return violations
    .filter((/** @type {{ impact: string }} */ { impact }) => impact === 'serious' || impact === 'critical')
    .map(
      (/** @type {{ impact: string, id: string, nodes: { html: string }[] }} */ { impact, id, nodes }) =>
        `${impact} ${id}: ${nodes[0]?.html}`,
    );
}
