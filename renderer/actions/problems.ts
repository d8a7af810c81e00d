import type { EditArgs, EditName } from '../../shared/edits/args';
import { translator } from '../../shared/i18n/translator';
import type { Problem } from '../../shared/rules/checker';
import { languageOf } from '../state/appStore';
import type { EditorStore } from '../state/editorStore';
import type { AppServices } from '../state/hooks';
import { announce } from '../state/notices';
import type { OpenDocument } from '../state/session';
import type { Action, ActionContext } from './action';
import { selectionFrom } from './context';
import { showPlace } from './reveal';

/** Selects the place of a problem and brings it to the middle of the view, and says what is wrong there. */
export async function goToProblem(
  { app }: Pick<AppServices, 'app'>,
  open: OpenDocument,
  problem: Problem,
): Promise<void> {
  open.problems.store.setState({ at: problem.key });
  showPlace(open, selectionFrom(problem.nodeIds, problem.edgeIds));
  announce(app, await sentenceFor({ app }, open, problem));
}

async function sentenceFor(
  { app }: Pick<AppServices, 'app'>,
  { editor }: OpenDocument,
  problem: Problem,
): Promise<string> {
  const { describeProblem, namesIn } = await import('../../shared/rules/describe');
  const language = languageOf(app.getState());
  const { document } = editor.getState().history.present;
  return describeProblem(problem, namesIn(document, language, translator(language)));
}

/** Mends a problem, in one step. */
export function fixProblem({ editor }: OpenDocument, { fix }: Problem): void {
  if (fix !== undefined) call(editor, fix.edit);
}

function call<K extends EditName>(
  editor: EditorStore,
  { name, args }: { readonly name: K; readonly args: EditArgs[K] },
) {
  editor.edit(name, args);
}

const problemsOf = ({ active }: ActionContext): readonly Problem[] => active?.problems.store.getState().problems ?? [];

/** Where the list is at; a problem that is gone meanwhile counts as the one before the first. */
function indexIn({ active }: ActionContext, problems: readonly Problem[]): number {
  const at = active?.problems.store.getState().at;
  return problems.findIndex(({ key }) => key === at);
}

async function step(context: ActionContext, by: 1 | -1): Promise<void> {
  const problems = problemsOf(context);
  const from = indexIn(context, problems);
  const index = from < 0 && by < 0 ? problems.length - 1 : (from + by + problems.length) % problems.length;
  const problem = problems[index];
  if (problem !== undefined && context.active !== null) await goToProblem(context, context.active, problem);
}

const hasProblems = (context: ActionContext) => problemsOf(context).length > 0;

export const problemActions = {
  'problems.next': {
    labelKey: 'action.problems.next',
    section: 'navigate',
    icon: 'circle-alert',
    shortcuts: ['F8'],
    enabled: hasProblems,
    onPages: true,
    run: (context) => step(context, 1),
  },
  'problems.previous': {
    labelKey: 'action.problems.previous',
    section: 'navigate',
    icon: 'circle-alert',
    shortcuts: ['Shift+F8'],
    enabled: hasProblems,
    onPages: true,
    run: (context) => step(context, -1),
  },
  'problems.fix': {
    labelKey: 'action.problems.fix',
    section: 'edit',
    icon: 'wrench',
    enabled: (context) => problemsOf(context)[indexIn(context, problemsOf(context))]?.fix !== undefined,
    run(context) {
      const problems = problemsOf(context);
      const problem = problems[indexIn(context, problems)];
      if (problem !== undefined && context.active !== null) fixProblem(context.active, problem);
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
