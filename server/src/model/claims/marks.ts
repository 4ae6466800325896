/** Signs that stand for a status, also where a wrong decoding has broken them. */
import { codePages, misreadAs } from '../../syntax/codePages';

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

/** Of `❌` and `⏳` enough is left when the byte is lost that Windows-1252 does not assign: `âŒ`, `â³`. */
const WITHOUT_A_BYTE = '❌⏳';
/** Characters that are lost when a text is copied or saved; the last one is Apple's sign. */
const UNASSIGNED = /[\u0080-\u009f]/g;
const APPLE_SIGN = '\uf8ff';

const classes = new Map<string, MarkClass>();
for (const [name, list] of Object.entries(signs) as [MarkClass, string][]) {
  for (const sign of list.split(' ')) for (const form of [...brokenForms(sign), sign]) classes.set(form, name);
}

/** What a sign looks like after its UTF-8 bytes were read by another encoding, also where that lost some. */
function brokenForms(sign: string): readonly string[] {
  const forms = codePages.map((page) => misreadAs(sign, page));
  const lossy = forms.map((form) => form.replace('\u00a0', ' ').replace(APPLE_SIGN, ''));
  const lost = WITHOUT_A_BYTE.includes(sign) ? forms.map((form) => form.replace(UNASSIGNED, '')) : [];
  return [...forms, ...lossy, ...lost];
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
