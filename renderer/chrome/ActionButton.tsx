import type { IconName } from '../../shared/scene/icons.generated';
import type { ActionId } from '../actions/index';
import { Button, IconButton } from './Button';
import { useAction } from './useAction';

/** An action as an icon with its label and key in the tooltip. */
export function ActionIcon({
  id,
  icon,
  side,
}: {
  readonly id: ActionId;
  readonly icon?: IconName;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}) {
  const action = useAction(id);
  return (
    <IconButton
      icon={icon ?? action.icon ?? 'command'}
      label={action.label}
      shortcut={action.shortcut}
      {...(side === undefined ? {} : { side })}
      disabled={!action.isEnabled}
      aria-pressed={action.isChecked}
      onClick={action.run}
    />
  );
}

/** An action as a button with words. */
export function ActionButton({
  id,
  tone,
  icon,
}: {
  readonly id: ActionId;
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
}) {
  const action = useAction(id);
  const shownIcon = icon ?? action.icon;
  return (
    <Button
      {...(tone === undefined ? {} : { tone })}
      {...(shownIcon === undefined ? {} : { icon: shownIcon })}
      disabled={!action.isEnabled}
      title={action.shortcut}
      onClick={action.run}
    >
      {action.label.replace(/(…|\.\.\.)$/, '')}
    </Button>
  );
}
