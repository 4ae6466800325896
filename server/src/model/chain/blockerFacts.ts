/** Blockers that a document names as open: `**Blockers**: …`, the items below `## Open Blockers`. */
import type { Block, SectionContent } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import type { PlacedWords } from './chainFacts';

/** `Blockers`, `Open blockers:`, `Blocking issues (2)`; not `Blockers resolved`, `Risks and blockers`. */
const NAME =
  /^\W*(?:(?:open|current|remaining|critical|known|active) )?(?:blockers?|blocking (?:issues?|items?))(?: \(\d+\))?\W*$/i;
/** `None`, `0`, `no open blockers`, `✅ Resolved`: nothing blocks. */
const NOTHING = /^\W*(?:none|no|nothing|zero|0|n\/a|nil|resolved|cleared|fixed|done|tbd)\b|[✅☑✔]|~~|^\W*$/iu;

/** Ranges are relative to the section's first line. */
export function sectionBlockers({ heading, blocks }: SectionContent): readonly PlacedWords[] {
  const found: PlacedWords[] = [];
  const isNamed = heading !== undefined && NAME.test(plainText(heading.inline));
  const visit = (block: Block, line: number): void => {
    if (block.type !== 'paragraph' && block.type !== 'item' && block.type !== 'table') return;
    for (const { label, value, labelRange, valueRange } of block.fields) {
      if (!NAME.test(label) || NOTHING.test(value)) continue;
      found.push({ words: value, range: shiftRange({ start: labelRange.start, end: valueRange.end }, line) });
    }
    if (block.type !== 'item' || !block.inline) return;
    const text = plainText(block.inline).trim();
    const isSettled = block.task?.mark.toLowerCase() === 'x' || block.task?.mark === '-' || NOTHING.test(text);
    if (isNamed && !isSettled) found.push({ words: text, range: shiftRange(block.inline.range, line) });
  };
  for (const { block, line } of blocks) visit(block, line);
  return found;
}
