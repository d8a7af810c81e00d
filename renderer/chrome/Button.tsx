import type { ComponentProps } from 'react';
import type { IconName } from '../../shared/scene/icons.generated';
import styles from './Button.module.css';
import { classNames } from './classNames';
import { Hint } from './Hint';
import { Icon } from './Icon';

type NativeButton = Omit<ComponentProps<'button'>, 'type'>;

/** A button with words on it. `primary` is for the one thing a view is about. */
export function Button({
  tone = 'plain',
  icon,
  className,
  children,
  ...rest
}: NativeButton & { readonly tone?: 'primary' | 'plain' | 'quiet' | 'danger'; readonly icon?: IconName }) {
  return (
    <button type="button" {...rest} className={classNames(styles.button, styles[tone], className)}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A square button with an icon; its label is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  shortcut,
  side,
  iconSize = 18,
  className,
  ...rest
}: NativeButton & {
  readonly icon: IconName;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly iconSize?: number;
}) {
  return (
    <Hint text={label} shortcut={shortcut} {...(side === undefined ? {} : { side })}>
      <button type="button" aria-label={label} {...rest} className={classNames(styles.icon, className)}>
        <Icon name={icon} size={iconSize} />
      </button>
    </Hint>
  );
}
