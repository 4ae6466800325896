/** Keeps what was found in a block or section, by the context it was found in. */
import type { DocumentKind } from '../documentKind';
import type { LineContext } from './classify';
import { rootRole } from './sectionRole';
import type { ClaimVocabulary } from './vocabulary';

/** Results for objects that stay the same while nothing in them changes. */
export class ResultCache<K extends object, V> {
  readonly #results = new WeakMap<K, readonly Kept<V>[]>();

  /** The result for an object in a context: a kept one, or a new one. Contexts are compared by identity. */
  get(object: K, context: LineContext, make: () => V): V {
    const kept = this.#results.get(object);
    const found = kept?.find((each) => each.context === context);
    if (found) return found.value;
    const value = make();
    // An edited heading gives its section another context; more than a few are never needed again.
    this.#results.set(object, [{ context, value }, ...(kept ?? []).slice(0, mostContexts - 1)]);
    return value;
  }
}

interface Kept<V> {
  readonly context: LineContext;
  readonly value: V;
}

const mostContexts = 3;

/** One object for equal contexts, so that they can be compared by identity. There are a few hundred at most. */
export class ContextPool {
  readonly #contexts = new Map<string, LineContext>();

  /** The context of the text before the first heading. */
  root(kind: DocumentKind | undefined, vocabulary: ClaimVocabulary | undefined): LineContext {
    const section = rootRole(kind);
    return this.intern({ section, role: section.role, measured: false, kind, vocabulary });
  }

  intern(context: LineContext): LineContext {
    const { section, role, measured, kind } = context;
    const flags =
      (section.settled ? 8 : 0) + (section.future ? 4 : 0) + (section.background ? 2 : 0) + (measured ? 1 : 0);
    const key = `${kind ?? ''} ${section.role} ${role} ${flags}`;
    const known = this.#contexts.get(key);
    if (known) return known;
    this.#contexts.set(key, context);
    return context;
  }
}

const withoutVocabulary = {};

/** One value for each vocabulary, and one for none. */
export function perVocabulary<T>(make: () => T): (vocabulary: ClaimVocabulary | undefined) => T {
  const values = new WeakMap<object, T>();
  return (vocabulary) => {
    const key = vocabulary ?? withoutVocabulary;
    let value = values.get(key);
    if (value === undefined) {
      value = make();
      values.set(key, value);
    }
    return value;
  };
}
