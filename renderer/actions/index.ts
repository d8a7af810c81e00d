import type { Action } from './action';
import { arrangeActions } from './arrange';
import { collapseActions } from './collapse';
import { compareActions } from './compare';
import { connectActions } from './connecting';
import { editActions } from './edit';
import { fileActions } from './file';
import { findActions } from './find';
import { helpActions } from './help';
import { insertActions } from './insert';
import { laneActions } from './lanes';
import { lockActions } from './locking';
import { moveIntoActions } from './moveInto';
import { moveTabActions } from './moveTab';
import { navigateActions } from './navigating';
import { pageActions } from './pages';
import { pathActions } from './paths';
import { peopleActions } from './people';
import { pictureActions } from './pictures';
import { problemActions } from './problems';
import { roleFocusActions } from './roleFocus';
import { routeActions } from './routes';
import { selectActions } from './selecting';
import { separateActions } from './separating';
import { sizeActions } from './sizing';
import { spaceActions } from './space';
import { styleActions } from './styling';
import { tableActions } from './tables';
import { textActions } from './text';
import { tidyActions } from './tidy';
import { viewActions } from './view';
import { viewActions as arrangementActions } from './views';
import { walkActions } from './walk';

const registry = {
  ...fileActions,
  ...editActions,
  ...findActions,
  ...insertActions,
  ...compareActions,
  ...connectActions,
  ...styleActions,
  ...selectActions,
  ...arrangeActions,
  ...tidyActions,
  ...textActions,
  ...pictureActions,
  ...routeActions,
  ...laneActions,
  ...collapseActions,
  ...spaceActions,
  ...moveIntoActions,
  ...sizeActions,
  ...lockActions,
  ...separateActions,
  ...navigateActions,
  ...problemActions,
  ...moveTabActions,
  ...pageActions,
  ...pathActions,
  ...walkActions,
  ...arrangementActions,
  ...roleFocusActions,
  ...tableActions,
  ...viewActions,
  ...peopleActions,
  ...helpActions,
} as const;

export type ActionId = keyof typeof registry;

/** Everything a person can do. Menus, toolbar, context menus, command palette and shortcut list derive from it. */
export const actions: Readonly<Record<ActionId, Action>> = registry;
export const actionIds = Object.keys(registry) as readonly ActionId[];

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(registry, id);
}
