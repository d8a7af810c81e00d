import type { EditArgs, EditName } from '../../shared/edits/args';
import type { Problem } from '../../shared/rules/checker';
import { languageOf } from '../state/appStore';
import type { EditorStore } from '../state/editorStore';
import type { AppServices } from '../state/hooks';
import { translator } from '../state/messages';
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
  const { store } = open.problems;
  const { problems, document } = store.getState();
  store.setState({ at: problem.key, index: problems?.indexOf(problem) ?? -1 });
  const { nodes, edges } = open.editor.getState().history.present.document;
  // What was edited a moment ago may be gone from the diagram, and not yet from the list.
  const nodeIds = problem.nodeIds.filter((id) => nodes.has(id));
  showPlace(
    open,
    selectionFrom(
      nodeIds,
      problem.edgeIds.filter((id) => edges.has(id)),
    ),
  );
  const { describeProblem, namesIn } = await import('../../shared/rules/describe');
  const language = languageOf(app.getState());
  announce(app, describeProblem(problem, namesIn(document, language, translator(language))));
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

/** The problem that the list is at; none when it is gone. */
function currentIn(context: ActionContext): Problem | undefined {
  const at = context.active?.problems.store.getState().at;
  return problemsOf(context).find(({ key }) => key === at);
}

/** From where the list is at; where that problem is gone, from the place it had. */
async function step(context: ActionContext, by: 1 | -1): Promise<void> {
  const problems = problemsOf(context);
  if (context.active === null || problems.length === 0) return;
  const current = currentIn(context);
  const { index } = context.active.problems.store.getState();
  const from = current !== undefined ? problems.indexOf(current) : by > 0 ? index - 1 : index;
  const isBeforeFirst = current === undefined && index < 0;
  const next = isBeforeFirst ? (by > 0 ? 0 : -1) : from + by;
  const problem = problems.at(next % problems.length);
  if (problem !== undefined) await goToProblem(context, context.active, problem);
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
    enabled: (context) => currentIn(context)?.fix !== undefined,
    run(context) {
      const problem = currentIn(context);
      if (problem !== undefined && context.active !== null) fixProblem(context.active, problem);
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
