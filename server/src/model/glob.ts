/**
 * Globs of the configuration: a star matches within a path part, two stars any number of parts, `?` one character. No
 * library is used because the common ones compile to regular expressions that a hostile pattern can make exponential;
 * this matcher visits each pair of pattern part and path part once.
 */

/** Tells whether a path, relative to the configuration's folder, matches any of the globs. */
export type GlobSet = (path: string) => boolean;

export function compileGlobs(globs: readonly string[]): GlobSet {
  const patterns = globs.map(compileGlob).flatMap((pattern) => {
    return mayBeFolder(pattern) ? [pattern, [...pattern, '**']] : [pattern];
  });
  return (path) => {
    const parts = path.split('/');
    return patterns.some((pattern) => matchParts(pattern, parts));
  };
}

function compileGlob(glob: string): readonly string[] {
  const parts = glob.replace(/^\.\//, '').replace(/^\//, '').split('/').filter(Boolean);
  // As in .gitignore: a name alone is meant anywhere, and a folder means all that is in it.
  const anywhere = parts.length === 1 && !glob.startsWith('/') ? ['**', ...parts] : parts;
  return glob.endsWith('/') && parts.length > 0 ? [...anywhere, '**'] : anywhere;
}

/** `drafts` and `docs/drafts` name a file or a folder; which of both is not written. */
function mayBeFolder(pattern: readonly string[]): boolean {
  const last = pattern.at(-1);
  return last !== undefined && !/[*?]/.test(last);
}

function matchParts(pattern: readonly string[], parts: readonly string[]): boolean {
  // reachable[i]: the pattern parts so far match the first i path parts.
  let reachable = parts.map(() => false).concat(false);
  reachable[0] = true;
  for (const part of pattern) {
    const next = reachable.map(() => false);
    let any = false;
    for (let i = 0; i <= parts.length; i++) {
      const name = parts[i - 1];
      if (part === '**') {
        any ||= reachable[i] === true;
        next[i] = any;
      } else if (name !== undefined && reachable[i - 1] === true) {
        next[i] = matchName(part, name);
      }
    }
    reachable = next;
  }
  return reachable[parts.length] === true;
}

/** The classic two-pointer wild card match: on a mismatch only the last star is retried. */
function matchName(pattern: string, name: string): boolean {
  let [p, n, star, mark] = [0, 0, -1, 0];
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      mark = n;
    } else if (pattern[p] === '?' || (pattern[p] !== undefined && pattern[p] === name[n])) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
