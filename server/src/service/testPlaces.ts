/** Where the tests stand that documents name, until a file changes. */
import { listsTests, type TestPlace } from '../model/evidence/evidenceFacts';
import { createWordFinder, holdsTest, readTestId, wordsInReport } from '../model/evidence/testIds';
import type { TestQuestion } from '../model/evidence/evidenceNeeds';
import { MOST_AT_ONCE, type EvidenceSource } from './artifactReadings';

interface Answer {
  /** Undefined: nobody can tell. */
  readonly place: TestPlace | undefined;
  readonly file: string | undefined;
}

export class TestPlaces {
  readonly #answers = new Map<string, Answer>();
  #changes = 0;

  get(id: string, file: string | undefined): TestPlace | undefined {
    return this.#answers.get(keyOf(id, file))?.place;
  }

  /** Looks for the tests that were not looked for yet. @returns whether anything was learnt */
  async load(questions: readonly TestQuestion[], source: EvidenceSource): Promise<boolean> {
    let hasLearnt = false;
    for (const question of questions) {
      const key = keyOf(question.id, question.file);
      if (this.#answers.has(key)) continue;
      const before = this.#changes;
      const place = await findTest(question, source);
      hasLearnt = true;
      // What changed meanwhile may hold the test.
      if (this.#changes === before) this.#answers.set(key, { place, file: question.file });
    }
    return hasLearnt;
  }

  /** A file has changed, come or gone. @returns whether that may change an answer */
  forget(path: string): boolean {
    this.#changes++;
    const isReport = listsTests(path);
    let wasKnown = false;
    for (const [key, { file, place }] of this.#answers) {
      const restsOnIt = file === path || place?.path === path;
      if (!restsOnIt && !(isReport && place?.path === undefined)) continue;
      this.#answers.delete(key);
      wasKnown = true;
    }
    return wasKnown;
  }
}

function keyOf(id: string, file: string | undefined): string {
  return `${file ?? ''}\n${id}`;
}

async function findTest({ id, file, reports }: TestQuestion, source: EvidenceSource): Promise<TestPlace | undefined> {
  const test = readTestId(id);
  let inFile: boolean | undefined = false;
  if (file !== undefined) {
    const text = await readWhole(file, source);
    inFile = text === undefined ? undefined : holdsTest(text, test);
    if (inFile) return { path: file };
  }
  const words = wordsInReport(test, file !== undefined);
  for (const report of reports) {
    const finder = createWordFinder(words);
    const outcome = await source.readChunks(report, MOST_AT_ONCE, (chunk) => !finder.push(chunk));
    if (finder.end()) return { path: report };
    if (outcome.status === 'too-large') inFile = undefined;
  }
  return inFile === undefined ? undefined : { path: undefined };
}

async function readWhole(path: string, source: EvidenceSource): Promise<string | undefined> {
  const chunks: string[] = [];
  const outcome = await source.readChunks(path, MOST_AT_ONCE, (chunk) => chunks.push(chunk) > 0);
  return outcome.status === 'read' ? chunks.join('') : undefined;
}
