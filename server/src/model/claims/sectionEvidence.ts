/** Puts the claims of a section's blocks in their place, each with the evidence that is offered for it. */
import type { Range } from 'vscode-languageserver-types';
import type { Pointer } from '../../syntax/document';
import { shiftRange } from '../../syntax/positions';
import type { BlockClaims } from './blockClaims';
import type { Claim, OfferedEvidence, OfferedPointer } from './claim';
import type { ClaimDraft } from './draft';

export interface ExaminedBlock {
  readonly result: BlockClaims;
  /** Relative to the section's first line. */
  readonly line: number;
  readonly paragraph: boolean;
}

/** What the section as a whole offers to each of its claims. */
interface SharedEvidence {
  readonly pointers: readonly OfferedPointer[];
  readonly prose: Range | undefined;
  readonly log: boolean;
}

/**
 * The claims of a section in the order of their lines.
 *
 * @param keeps whether the drafts are kept from version to version, and the claims with them
 */
export function gatherSection(
  heading: readonly ClaimDraft[],
  blocks: readonly ExaminedBlock[],
  keeps: boolean,
): readonly Claim[] {
  const shared = sharedEvidence(blocks);
  const claims = heading.map((draft) => {
    const all = blocks.flatMap(({ result, line }) => place(result.pointers, line));
    return makeClaim(draft, 0, { ...shared, pointers: [...all, ...shared.pointers] });
  });
  const { pointers, prose, log } = shared;
  const signature = keeps && (pointers.length > 0 || prose) ? JSON.stringify(shared) : String(log);
  for (const { result, line } of blocks) {
    for (const draft of result.drafts)
      claims.push(keeps ? placedClaim(draft, line, shared, signature) : makeClaim(draft, line, shared));
  }
  return claims.sort((a, b) => a.range.start.line - b.range.start.line);
}

/** The claims made last, so that a claim stays the same object while neither its place nor its evidence changes. */
const placedClaims = new WeakMap<
  ClaimDraft,
  { readonly line: number; readonly signature: string; readonly claim: Claim }
>();

function placedClaim(draft: ClaimDraft, line: number, shared: SharedEvidence, signature: string): Claim {
  const known = placedClaims.get(draft);
  if (known?.line === line && known.signature === signature) return known.claim;
  const claim = makeClaim(draft, line, shared);
  placedClaims.set(draft, { line, signature, claim });
  return claim;
}

/** Evidence fields with their values, and pasted output. */
function sharedEvidence(blocks: readonly ExaminedBlock[]): SharedEvidence {
  const pointers: OfferedPointer[] = [];
  let prose: Range | undefined;
  let open = false;
  for (const { result, line, paragraph } of blocks) {
    if (open && paragraph && result.evidence.length === 0) {
      // Only the first paragraph after `**Evidence**:` is its value.
      pointers.push(...place(result.pointers, line));
      open = false;
    } else if (open) pointers.push(...place(result.pointers, line));
    for (const field of result.evidence) {
      pointers.push(...place(field.pointers, line));
      prose ??= shiftRange(field.range, line);
    }
    if (paragraph) open = result.intro?.evidence ?? false;
  }
  return { pointers, prose, log: blocks.some(({ result }) => result.log) };
}

function place(pointers: readonly Pointer[], line: number): readonly OfferedPointer[] {
  return pointers.map((pointer) => ({ pointer, range: shiftRange(pointer.range, line) }));
}

function makeClaim(draft: ClaimDraft, line: number, shared: SharedEvidence): Claim {
  const { strength, kind, text, key, reason, prominence } = draft;
  const evidence = offered(distinct([...place(draft.scope, line), ...shared.pointers]), shared);
  return { strength, kind, range: shiftRange(draft.range, line), text, key, reason, prominence, evidence };
}

function offered(pointers: readonly OfferedPointer[], { log, prose }: SharedEvidence): OfferedEvidence {
  const form = pointers.length > 0 ? 'link' : log ? 'log' : prose ? 'prose' : 'none';
  return { form, pointers, proseRange: prose };
}

/** One entry for each place. */
function distinct(pointers: readonly OfferedPointer[]): readonly OfferedPointer[] {
  if (pointers.length < 2) return pointers;
  const seen = new Map<string, OfferedPointer>();
  for (const pointer of pointers) seen.set(`${pointer.range.start.line}:${pointer.range.start.character}`, pointer);
  return [...seen.values()];
}
