import type { Bridge, Question } from '../../shared/ipc/contract';

export interface Choice<Answer extends string> {
  readonly tone: Question['tone'];
  readonly message: string;
  readonly detail?: string;
  /** The first is the default, the last what closing the box means. */
  readonly answers: readonly { readonly answer: Answer; readonly label: string }[];
}

/** Asks in a native message box and answers by name instead of by index. */
export async function ask<Answer extends string>(bridge: Bridge, choice: Choice<Answer>): Promise<Answer | null> {
  const { tone, message, detail, answers } = choice;
  const last = answers.length - 1;
  const pressed = await bridge.request['dialog.ask']({
    tone,
    message,
    ...(detail === undefined ? {} : { detail }),
    buttons: answers.map(({ label }) => label),
    defaultButton: 0,
    cancelButton: last,
  });
  return answers[pressed]?.answer ?? answers[last]?.answer ?? null;
}
