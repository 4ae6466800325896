import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { findBrokenText, hasBrokenText } from '../../server/src/syntax/brokenText';
import { iso88591, macRoman, misreadAs, misreadAt, windows1252, windows1256 } from '../../server/src/syntax/codePages';
import { assertLinear, countWork } from '../support/countWork';

function repair(text: string): string {
  let result = '';
  let at = 0;
  for (const { from, to, was } of findBrokenText(text)) {
    result += text.slice(at, from) + was;
    at = to;
  }
  return result + text.slice(at);
}

const prose: readonly (readonly [language: string, text: string])[] = [
  [
    'English',
    'The importer’s “fast path” — 20 °C, 5 µs, 3 × 4 — costs £3 or €4… ✅ done, ⚠️ not yet, ❌ failed, 📊 report',
  ],
  ['French', '« Voilà », dit-il, « où est l’œuvre ? À Noël, ça coûte 5 € »… l’été, l’État, naïve'],
  ['German', 'Die Größe „Spaß“ – über Ärger, Öl und Übermut; ein Maß ‚ß‘ … »Fußgänger«'],
  ['Portuguese', 'A função não está pronta: «ação», São João, avó, você, à mão'],
  ['Spanish', '¿Qué pasó mañana? ¡Está allí! El año 1º, la 2ª'],
  ['Swedish', 'Det är på gång: “Åre”, öl, ångström 2.5 Å'],
  ['Turkish', 'Şu an çalışıyor, ığdır İstanbul öğün'],
  ['Polish', 'Zażółć gęślą jaźń – „świetnie”'],
  ['Hungarian', 'Árvíztűrő tükörfúrógép'],
  ['Vietnamese', 'Tiếng Việt rất đẹp, ước mơ của tôi – “thử nghiệm” đã xong'],
  ['Russian', 'Проверка завершена — все тесты прошли, «готово»'],
  ['Greek', 'Η δοκιμή ολοκληρώθηκε, μs και Ω'],
  ['Arabic', 'تم الانتهاء من المرحلة، والنتيجة «ممتازة»؟'],
  ['Persian', 'پروژه تکمیل شد؛ عکس و گزارش در پوشه است'],
  ['Hebrew', 'הבדיקה הושלמה בהצלחה'],
  ['Japanese', '判定：合格。テストは完了しました「はい」'],
  ['Chinese', '测试完成，共 12 项（全部通过）'],
  ['Korean', '테스트 완료'],
  ['Thai', 'ทดสอบเสร็จแล้ว'],
];

for (const [language, text] of prose) {
  test(`${language} is left alone`, () => assert.deepEqual(findBrokenText(text), []));

  for (const page of [windows1252, iso88591, macRoman]) {
    test(`${language}, read as ${page.name}, is read back`, () => {
      const broken = misreadAs(text, page);
      assert.notEqual(broken, text);
      assert.equal(repair(broken), text);
    });
  }
}

for (const text of ['تم الانتهاء من المرحلة', 'Café à Genève, größer', '✅ done ❌ failed 📊 report ⏳ → “so”'])
  test(`"${text}", read as Windows-1256, is read back`, () => assert.equal(repair(misreadAs(text, windows1256)), text));

/** Good text that could be read as something else. */
const innocent = [
  '« café\u00a0»…\u00a0et',
  '«\u00a0passé…\u00a0»',
  'CAFÉ», AMANHÃ”, OÙ…, FÅ”, „MENÜ“, IDÉE™',
  '„Spaß“ und „groß…“',
  'Ä“ Ö” Ü’ É…',
  '3\u00a0×\u00a04, 2×², Ø±0.1, 1.5 Å±0.1',
  '2√π, √∂, ∆°, ≈±5, ≈£5, ¬∂',
  '√Änderung übernommen, √Übersicht',
  '—été—à, “État”, „Ärger“, ‚Öl‘',
  'عکس، گفت؛ «چه؟» خطأ» خطأ،',
  'Å and Ã and Â alone, ð and þ, â',
  '10 °C ±2, §5, ©2026, ®, 1º 2ª, ½',
];
for (const text of innocent) test(`${text} is left alone`, () => assert.deepEqual(findBrokenText(text), []));

test('signs that are whole and signs that are broken may stand in one text', () => {
  const text = `✅ Größe, â\u009dŒ and âœ… – „Spaß“ ${misreadAs('🎉', macRoman)}`;
  assert.equal(repair(text), '✅ Größe, ❌ and ✅ – „Spaß“ 🎉');
});

test('one that could be good text counts where others of its kind cannot', () => {
  const text = 'Voilà, à la carte: Noël';
  assert.equal(repair(misreadAs(text, windows1252)), text);
  assert.equal(repair('OÙ… âœ…'), 'OÙ… ✅');
});

test('few broken places in a text are found by themselves', () => {
  for (const [text, page] of [
    ['see §7 and §9, ±25%, 3 · 4', windows1252],
    ['latency of 5 μs, 20 °C, £3, 2 × 3, m², β₁ · x', macRoman],
    ['see §7 and §9, ±25%', windows1256],
    ['品質（±10%）⸻ 変更', windows1252],
    ['- 変更ファイル数', macRoman],
  ] as const)
    assert.equal(repair(misreadAs(text, page)), text);
});

test('what has lost a byte is left as it is', () => {
  assert.equal(repair('âŒ failed, âœ… passed, ï¿½'), 'âŒ failed, ✅ passed, ï¿½');
});

test('text that was broken twice is read back at once', () => {
  const text = '✅ “Größe” – naïve';
  assert.equal(repair(misreadAs(misreadAs(text, windows1252), windows1252)), text);
});

test('ASCII is never broken, and whatever is read back is what would look like it', () => {
  assert.equal(hasBrokenText('plain words: 100% [x] {y}'), false);
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(windows1252, iso88591, macRoman, windows1256),
      (text, page) => {
        const broken = `âœ… ${misreadAs(text, page)}`;
        for (const { from, to, was, codePage } of findBrokenText(broken)) {
          const codes = [windows1252, iso88591, macRoman, windows1256].find(({ name }) => name === codePage) ?? page;
          const again = misreadAs(was, codes);
          // What was broken twice was longer.
          if (again.length >= to - from) assert.equal(again, broken.slice(from, to));
        }
      },
    ),
  );
});

test('only well-formed UTF-8 is read', () => {
  // Too long, half a pair, beyond Unicode, cut off.
  for (const text of ['À€', 'à€€', 'í\u00a0€', 'ô\u0090€€', 'âœ', 'ðŸ“'])
    assert.equal(misreadAt(text, 0, windows1252), undefined, text);
  assert.deepEqual(misreadAt('x âœ…', 2, windows1252), { character: '✅', length: 3 });
});

test('time grows with the length of the text only', () => {
  const samples = ['âœ… ', 'Ã ', 'é»…', 'عکس ', '√Ä', 'ðŸ', 'ÃƒÂ¢'];
  for (const sample of samples)
    assertLinear(500, (length) => countWork(() => findBrokenText(sample.repeat(length))), sample);
});

/** Not part of the project. */
const sample = '../shared/seeds/TODO003_phase7_handoff.md';
test('a whole file is read back to the bytes it had', { skip: !existsSync(sample) }, () => {
  const broken = readFileSync(sample, 'utf8');
  const bytes: number[] = [];
  for (const character of broken) {
    const byte = windows1252.bytes.get(character.charCodeAt(0)) ?? character.charCodeAt(0);
    assert.ok(byte < 0x100);
    bytes.push(byte);
  }
  assert.equal(repair(broken), Buffer.from(bytes).toString('utf8'));
  assert.notEqual(repair(broken), broken);
});
