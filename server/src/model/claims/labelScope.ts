/** How far a label reaches: `**Mitigation**:` is about the list or paragraph after it, up to the next paragraph. */
import type { Block } from '../../syntax/document';
import type { LineContext } from './classify';
import type { Intro } from './lineClaims';
import { isInstructing, isPlanning } from './sectionRole';

/** Walks along blocks of one level and gives each its context. */
export class LabelScope {
  #base: LineContext;
  readonly #change: (context: LineContext) => LineContext;
  #labelled: LineContext | undefined;
  #fresh = false;

  /** @param change gives the context to use for one that a label has made */
  constructor(base: LineContext, change: (context: LineContext) => LineContext = (context) => context) {
    this.#base = base;
    this.#change = change;
  }

  contextFor(block: Block): LineContext {
    if (this.#labelled === undefined) return this.#base;
    if (block.type !== 'paragraph') return this.#labelled;
    return this.#fresh && !hasLabel(block.inline.text) ? this.#labelled : this.#base;
  }

  /**
   * To be called after each block.
   * @param intro what it introduces
   * @param settles a status in it says that it is done
   */
  pass(block: Block, intro: Intro | undefined, settles: boolean): void {
    // `**Status**: ✅ ACHIEVED` below an objective: what follows tells how it was reached.
    if (settles && isGoal(this.#base) && this.#labelled === undefined)
      this.#base = this.#change({ ...this.#base, role: 'report' });
    if (block.type === 'break') {
      // A line across the page ends what the heading is about; a footer often follows.
      this.#base = this.#change(afterBreak(this.#base));
      this.#labelled = undefined;
    } else if (block.type === 'paragraph') {
      this.#labelled = intro && this.#change(introduced(this.#base, intro));
      this.#fresh = intro !== undefined;
      // A comment between a label and what it introduces does not part them.
    } else if (block.type !== 'html') this.#fresh = false;
  }
}

function isGoal({ role, section }: LineContext): boolean {
  return (role === 'criteria' || role === 'measures') && !section.future;
}

function afterBreak(context: LineContext): LineContext {
  const plans =
    context.role === 'plan' || context.role === 'issues' || context.role === 'options' || context.role === 'risk';
  return plans && !isInstructing(context.kind) && !isPlanning(context.kind) ? { ...context, role: 'neutral' } : context;
}

/** The context of what a label introduces. */
export function introduced(context: LineContext, { role, wish, told, measured }: Intro): LineContext {
  const section = wish || told ? { ...context.section, future: wish } : context.section;
  return { ...context, section, role: wish ? 'criteria' : role, measured: context.measured || measured };
}

/** Text with a label at its start. Matches `**Status**: x`, `Note: x`; does not match `It took 3:20`. */
const labelStart = /^[^A-Za-z]{0,6}[A-Z][^:\n.]{1,60}:(?:\s|\*|$)/;

function hasLabel(text: string): boolean {
  return labelStart.test(text);
}
