import { type PageId, pageFaces, pageIds } from '../state/pages';
import type { Action } from './action';
import { hasDocument } from './context';

type PageActionId = `page.${PageId}`;
export const pageActionIds = pageIds.map((id): PageActionId => `page.${id}`);

/** A command for each page: what the document in front is looked at as. */
export const pageActions = Object.fromEntries(
  pageIds.map((page, index): [PageActionId, Action] => [
    `page.${page}`,
    {
      labelKey: pageFaces[page].labelKey,
      section: 'view',
      icon: pageFaces[page].icon,
      shortcuts: [`Mod+Alt+Digit${index + 1}`],
      enabled: hasDocument,
      label: ({ t }) => t('action.page', { page: t(pageFaces[page].labelKey) }),
      menuLabel: ({ t }) => t(pageFaces[page].labelKey),
      checked: ({ active }) => active?.view.getState().page === page,
      run({ active }) {
        active?.view.setState({ page, editing: null });
      },
    },
  ]),
) as Readonly<Record<PageActionId, Action>>;
