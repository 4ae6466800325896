import * as vscode from 'vscode';

/** How a question of several was left: by an answer, back to the one before, or for good. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

export function mapAnswer<T, U>(answer: Answer<T>, map: (value: T) => U): Answer<U> {
  return typeof answer === 'string' ? answer : { value: map(answer.value) };
}

export interface Step {
  readonly title: string;
  readonly number: number;
  readonly of: number;
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks for one of several. */
export function askOne<T>(step: Step, placeholder: string, choices: readonly Choice<T>[]): Promise<Answer<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.items = choices;
  input.placeholder = placeholder;
  return ask(input, step, () => input.selectedItems[0]);
}

/** Asks for one or more of several, those picked at first marked. `onActive` hears which one the user is at. */
export async function askMany<T>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<T>[],
  onActive?: (value: T) => unknown,
): Promise<Answer<readonly T[]>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.canSelectMany = true;
  input.items = choices;
  input.selectedItems = choices.filter((choice) => choice.picked);
  input.placeholder = placeholder;
  input.onDidChangeActive(([item]) => item && onActive?.(item.value));
  return ask(input, step, () => {
    const value = input.selectedItems.map((item) => item.value);
    return value.length > 0 ? { value } : undefined;
  });
}

/** Asks for text. `problemOf` says what is wrong with it; while it does, the text is not accepted. */
export function askText(
  step: Step,
  prompt: string,
  value: string,
  problemOf: (text: string) => Promise<string | undefined>,
): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.value = value;
  input.prompt = prompt;
  const check = async (): Promise<boolean> => {
    const text = input.value;
    const problem = await problemOf(text);
    if (text === input.value) input.validationMessage = problem;
    return problem === undefined && text === input.value;
  };
  input.onDidChangeValue(check);
  return ask(input, step, async () => ((await check()) ? { value: input.value } : undefined));
}

/** A quick pick or an input box. */
interface AcceptingInput extends vscode.QuickInput {
  buttons: readonly vscode.QuickInputButton[];
  readonly onDidAccept: vscode.Event<void>;
  readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
}

/** Shows the input until it is accepted with an answer, left by its back button or hidden. */
async function ask<T>(
  input: AcceptingInput,
  step: Step,
  accept: () => { readonly value: T } | undefined | Promise<{ readonly value: T } | undefined>,
): Promise<Answer<T>> {
  input.title = step.title;
  input.step = step.number;
  input.totalSteps = step.of;
  input.ignoreFocusOut = true;
  input.buttons = step.number > 1 ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise<Answer<T>>((resolve) => {
      input.onDidAccept(async () => {
        const answer = await accept();
        if (answer) resolve({ value: answer.value });
      });
      input.onDidTriggerButton(() => resolve('back'));
      input.onDidHide(() => resolve('cancelled'));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
