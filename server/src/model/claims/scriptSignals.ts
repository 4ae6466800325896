/**
 * Claims in Japanese, which is written without spaces: what a run of Kana and Han characters tells stands at its end. Only
 * what has been done or holds for all; plain descriptions say too little.
 */
import type { Reading, Signal } from './signal';
import { isScript, type Token } from './tokens';

/** Ends of runs that tell of something done, longest first. */
const doneEnds = [
  '完了しています',
  '完了しました',
  '完了した',
  '完了済み',
  'が完了',
  '達成しています',
  '達成しました',
  '合格しました',
  'クリアしています',
  'クリアしました',
  'クリアしており',
  '成功しました',
  '成功しています',
];

/** Nouns of the same: they name as often as they tell, `更新成功` among test cases. */
const doneNouns = ['完了', '達成', '合格', 'クリア', '成功'];

/** Ends of runs that tell a state; with a word for all they claim the whole. */
const stateEnds = [
  'されています',
  'されました',
  'されており',
  'しています',
  'しました',
  'しており',
  'できています',
  'ています',
];

const allRuns = ['すべて', '全て', '全タスク', '全テスト', '全項目', '全機能', '全要件', '全員'];

/** Runs in which nothing is told as done: not yet, none, must, will, if, whether. */
const openRuns = [
  '未',
  'ません',
  'ない',
  'なし',
  '必要',
  '予定',
  'べき',
  'してください',
  'たら',
  'れば',
  '場合',
  'こと',
  '推奨',
  'まで',
  'かどうか',
];

/** The claims of the Japanese runs of a line. */
export function scriptSignals({ tokens, clauses }: Reading): readonly Signal[] {
  if (!tokens.some(isRun)) return [];
  return clauses.flatMap(({ from, to, assertedTo }) => {
    if (assertedTo === from) return [];
    const at = lastRun(tokens, from, to);
    const run = tokens[at]?.word ?? '';
    const words = tokens.slice(from, to).map(({ word }) => word);
    if (at < 0 || words.some((word) => openRuns.some((open) => word.includes(open)))) return [];
    const all = words.some((word) => allRuns.some((each) => word.includes(each)));
    const done = doneEnds.find((end) => run.endsWith(end));
    const noun = doneNouns.find((end) => run.endsWith(end));
    const told = done !== undefined || (all && (noun !== undefined || stateEnds.some((end) => run.endsWith(end))));
    if (!told && noun !== '完了') return [];
    return [
      {
        kind: all ? 'universal' : 'status',
        strength: 'strong',
        level: told ? 3 : 1,
        from: at,
        to: at + 1,
        reason: all ? '"すべて" with what was done' : `"${done ?? noun ?? ''}"`,
      },
    ];
  });
}

function isRun(token: Token): boolean {
  return token.kind === 'word' && isScript(token.word.charCodeAt(0));
}

function lastRun(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const token = tokens[i];
    if (token && isRun(token)) return i;
  }
  return -1;
}
