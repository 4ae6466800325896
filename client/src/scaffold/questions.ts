import * as vscode from 'vscode';
import { scaffoldRequest, type ScaffoldFile, type ScaffoldSource } from '../../../server/src/authoringProtocol';
import { askMany, askOne, askText, mapAnswer, type Answer, type Step } from '../multiStep';
import type { Server } from '../server';
import { requestPlan } from './plan';
import { previewFiles } from './preview';

/** What has been answered so far. */
interface Draft {
  readonly source: ScaffoldSource;
  readonly nextPhase: string;
  readonly kinds: readonly string[];
  readonly files: readonly ScaffoldFile[];
}

type Question = (server: Server, step: Step, draft: Draft) => Promise<Answer<Partial<Draft>>>;

/**
 * Asks which of the phases has ended (unless there is but one), how the next is called, which documents it gets, and,
 * showing them, which of these to create. Undefined: the user gave up.
 */
export async function askForFiles(
  server: Server,
  sources: readonly [ScaffoldSource, ...ScaffoldSource[]],
): Promise<readonly ScaffoldFile[] | undefined> {
  const questions = [askPhase, askKinds, askFiles];
  if (sources.length > 1) questions.unshift(askSource(sources));
  let draft: Draft = { source: sources[0], nextPhase: '', kinds: [], files: [] };
  for (let number = 1; ;) {
    const question = questions[number - 1];
    if (!question) return draft.files;
    const step = { title: vscode.l10n.t('Scaffold Next Phase'), number, of: questions.length };
    const answer = await question(server, step, draft);
    if (answer === 'cancelled') return undefined;
    if (answer === 'back') {
      number -= 1;
    } else {
      draft = { ...draft, ...answer.value };
      number += 1;
    }
  }
}

const askSource =
  (sources: readonly ScaffoldSource[]): Question =>
  async (_server, step) => {
    const choices = sources.map((value) => ({ label: value.label, value }));
    const answer = await askOne(step, vscode.l10n.t('The phase that has ended'), choices);
    return mapAnswer(answer, (source) => ({ source }));
  };

/** The server says what is wrong with an id: it alone knows how the phases of the initiative are counted. */
const askPhase: Question = async (server, step, { source }) => {
  const { initiativeId, phase } = source;
  const kinds = source.kinds.map(({ kind }) => kind);
  const prompt = vscode.l10n.t('Id of the phase after {0}', source.label);
  const answer = await askText(step, prompt, source.suggestedPhase, async (nextPhase) => {
    const plan = await server.request(scaffoldRequest, { initiativeId, phase, nextPhase, kinds });
    return plan.problem;
  });
  return mapAnswer(answer, (nextPhase) => ({ nextPhase }));
};

const askKinds: Question = async (_server, step, { source }) => {
  const choices = source.kinds.map(({ kind, label, picked }) => ({ label, picked, value: kind }));
  const answer = await askMany(step, vscode.l10n.t('Documents of the new phase'), choices);
  return mapAnswer(answer, (kinds) => ({ kinds }));
};

const askFiles: Question = async (server, step, { source, nextPhase, kinds }) => {
  const { initiativeId, phase } = source;
  const plan = await requestPlan(server, { initiativeId, phase, nextPhase, kinds });
  // Nothing to look at and choose from: the caller says so.
  if (plan.created.length === 0) return { value: { files: [] } };
  const answer = await previewFiles(step, plan);
  return mapAnswer(answer, (files) => ({ files }));
};
