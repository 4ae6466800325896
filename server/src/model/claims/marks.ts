/** Signs that stand for a status, also where a wrong decoding has broken them. */

/** What a sign says when no word says otherwise. */
export type MarkClass = 'done' | 'failed' | 'partial' | 'active' | 'planned' | 'blocked' | 'decoration';

const signs: Readonly<Record<MarkClass, string>> = {
  done: '✅ ☑ ✔ ✓ 🟢 💚 🆗',
  failed: '❌ ✗ ✘ ✖ 🔴 ⛔ 🛑',
  partial: '⚠ 🟡 🟠 ◐',
  active: '🔄 🚧 🏗 🔁',
  planned: '⏳ ⌛ ⬜ ☐ 📋 🔜 📅 🔲',
  blocked: '🚫 ⏸',
  decoration: '🎉 🎊 🏆 🎯 📊 📈 🚀 🔍 🔧 🛠 🛡 🔒 📝 💡 🔥 ⚡ ⭐ 🌟 ✨ 🏁 🥇 💯 👍 ❓ ❗ 🚨 ℹ 👥 📚 📁 📦 🧪',
};

/**
 * `✅`, `❌` and others as they look after their UTF-8 bytes were read as Windows-1252 or Mac Roman. The last byte of
 * `✅` or `❌` may have been lost on the way (0x9D is not assigned in Windows-1252).
 */
const broken: readonly (readonly [string, MarkClass])[] = [
  ['âœ…', 'done'],
  ['âœ”', 'done'],
  ['âœ“', 'done'],
  ['â˜‘', 'done'],
  ['‚úÖ', 'done'],
  ['‚úî', 'done'],
  ['‚úì', 'done'],
  ['âŒ', 'failed'],
  ['âœ—', 'failed'],
  ['âœ˜', 'failed'],
  ['‚ùå', 'failed'],
  ['âš\u00a0', 'partial'],
  ['âš ', 'partial'],
  ['‚ö†', 'partial'],
  ['ðŸ”„', 'active'],
  ['üîÑ', 'active'],
  ['ðŸš§', 'active'],
  ['üöß', 'active'],
  ['â³', 'planned'],
  ['‚è≥', 'planned'],
  ['ðŸ“‹', 'planned'],
  ['üìã', 'planned'],
];

const classes = new Map<string, MarkClass>(broken);
for (const [name, list] of Object.entries(signs) as [MarkClass, string][]) {
  for (const sign of list.split(' ')) classes.set(sign, name);
}

/** Signs by their first UTF-16 unit, longest first. */
const byStart = new Map<number, string[]>();
for (const sign of [...classes.keys()].sort((a, b) => b.length - a.length)) {
  const start = sign.charCodeAt(0);
  byStart.set(start, [...(byStart.get(start) ?? []), sign]);
}

/** The sign that stands at an offset of a text, if there is one. */
export function markAt(text: string, offset: number): { readonly sign: string; readonly mark: MarkClass } | undefined {
  for (const sign of byStart.get(text.charCodeAt(offset)) ?? []) {
    if (text.startsWith(sign, offset)) return { sign, mark: classes.get(sign) ?? 'decoration' };
  }
  return undefined;
}
