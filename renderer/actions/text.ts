import {
  type LabelLanguage,
  type LocalizedText,
  labelLanguages,
  mainLanguage,
  textIn,
  withTextIn,
} from '../../shared/model/localizedText';
import { linksOf } from '../../shared/picture/links';
import { linkToStep } from '../../shared/text/link';
import { type MarkupEdit, markupEdits } from '../../shared/text/markupEdits';
import { type AppState, labelLanguageOf } from '../state/appStore';
import { notify } from '../state/notices';
import type { Action, ActionContext } from './action';
import { activeDocument, hasDocument, hasSelection, selectedEdges, selectedNodes, singleNode } from './context';
import { formatField, formats } from './formatting';
import { setLabel } from './labelEdits';
import { linkedTexts, openLink } from './links';
import { focusedField } from './textField';

/** Formats what is selected in the field that has the cursor, else the whole labels of what is selected. */
function formatAction(format: MarkupEdit): Action {
  return {
    labelKey: formats[format].labelKey,
    section: 'edit',
    icon: format === 'bullets' ? 'list' : 'type',
    enabled: hasSelection,
    run(context) {
      const field = focusedField();
      if (field !== null && field instanceof HTMLTextAreaElement && field.dataset.formatted === 'true')
        formatField(field, format);
      else formatLabels(context, format);
    },
  };
}

function formatLabels(context: ActionContext, format: MarkupEdit): void {
  const active = activeDocument(context);
  if (active === null) return;
  const shown = labelLanguageOf(context.app.getState());
  const language = mainLanguage(shown);
  const formatted = (label: LocalizedText): LocalizedText => {
    const text = textIn(label, language);
    if (text === '') return label;
    return withTextIn(label, language, markupEdits[format]({ text, start: 0, end: text.length }).text);
  };
  active.open.editor.transact('canvas.step.editText', (edit) => {
    for (const node of selectedNodes(active)) setLabel(edit, active.document, node, formatted(node.label), shown);
    for (const { id, label } of selectedEdges(active)) {
      edit('edges.set', { ids: [id], patch: { label: formatted(label) } });
    }
  });
}

const labelChoices = ['interface', ...labelLanguages] as const;
type LabelActionId = `view.labels.${LabelLanguage | 'interface'}`;
export const labelActionIds = labelChoices.map((choice): LabelActionId => `view.labels.${choice}`);
const labelActions = Object.fromEntries(
  labelChoices.map((choice): [LabelActionId, Action] => [
    `view.labels.${choice}`,
    {
      labelKey: `labels.${choice}`,
      section: 'view',
      icon: 'languages',
      label: ({ t }) => t('action.view.labels', { language: t(`labels.${choice}`) }),
      menuLabel: ({ t }) => t(`labels.${choice}`),
      checked: ({ app }) => app.getState().labels === choice,
      run: ({ app }) => app.setState({ labels: choice }),
    },
  ]),
) as Readonly<Record<LabelActionId, Action>>;

/** The next one in turn, so that one key leads through all of them. */
function nextLabels(labels: AppState['labels']): AppState['labels'] {
  return labelChoices[(labelChoices.indexOf(labels) + 1) % labelChoices.length] ?? 'interface';
}

export const textActions = {
  'text.bold': formatAction('bold'),
  'text.italic': formatAction('italic'),
  'text.bullets': formatAction('bullets'),
  'text.openLink': {
    labelKey: 'action.text.openLink',
    section: 'edit',
    icon: 'external-link',
    shortcuts: ['Alt+Enter'],
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && linksOf(linkedTexts(active)).length > 0;
    },
    async run(context) {
      const active = activeDocument(context);
      const [first] = active === null ? [] : linksOf(linkedTexts(active));
      if (first !== undefined) await openLink(context, first.link);
    },
  },
  'text.copyLink': {
    labelKey: 'action.text.copyLink',
    section: 'edit',
    icon: 'link',
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && singleNode(active) !== null;
    },
    async run(context) {
      const active = activeDocument(context);
      const node = active === null ? null : singleNode(active);
      if (node === null) return;
      await context.bridge.request['clipboard.writeText'](linkToStep(node.id));
      notify(context.app, 'info', context.t('link.copied'));
    },
  },
  'text.translations': {
    labelKey: 'action.text.translations',
    section: 'edit',
    icon: 'languages',
    enabled: hasDocument,
    run: ({ app }) => app.setState({ dialog: { type: 'translations' } }),
  },
  ...labelActions,
  'view.labels.next': {
    labelKey: 'action.view.labelsNext',
    section: 'view',
    icon: 'languages',
    shortcuts: ['Mod+Alt+KeyL'],
    run: ({ app }) => app.setState(({ labels }) => ({ labels: nextLabels(labels) })),
  },
} as const satisfies Readonly<Record<string, Action>>;
