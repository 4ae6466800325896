/** Gathers the safe fixes of one document or of all into one edit. */
import type { CancellationToken, TextEdit } from 'vscode-languageserver';
import type { FixAllOutcome, FixAllParams } from '../protocol';
import type { PhaseDocsService } from '../service/service';

export const nothingFixed: FixAllOutcome = { edit: { changes: {} }, findings: 0, documents: 0 };

/** Nothing at all if it is cancelled: half of a fix of everything is not what was asked for. */
export async function fixAllFindings(
  service: PhaseDocsService,
  { uri, rule }: FixAllParams,
  token: CancellationToken,
): Promise<FixAllOutcome> {
  const changes: Record<string, TextEdit[]> = {};
  let findings = 0;
  for (const one of uri === undefined ? service.documents().map((entry) => entry.uri) : [uri]) {
    if (token.isCancellationRequested) return nothingFixed;
    const result = await service.fixAll(one, rule);
    if (!result || result.edits.length === 0) continue;
    changes[one] = [...result.edits];
    findings += result.fixed.length;
  }
  return { edit: { changes }, findings, documents: Object.keys(changes).length };
}
