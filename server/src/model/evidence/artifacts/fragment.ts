/** What a pointer binds in a report: fragments are names there, and JSON Pointers (RFC 6901) in JSON and YAML. */

/** Decodes `%20`; a stray percent sign stands for itself, as in `#98%`. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Equal up to case and white space: authors copy names out of a terminal. */
export function sameName(a: string, b: string): boolean {
  return normalized(a) === normalized(b);
}

function normalized(name: string): string {
  return name.slice(0, 2000).replace(/\s+/g, ' ').trim().toLowerCase();
}
