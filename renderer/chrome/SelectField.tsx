import { Select } from '@base-ui/react/select';
import type { IconName } from '../../shared/scene/icons.generated';
import { classNames } from './classNames';
import styles from './Field.module.css';
import { Icon } from './Icon';
import menuStyles from './Menu.module.css';
import { Swatch } from './RoleColor';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  /** `#rrggbb`: a dot of this colour stands before the label. */
  readonly color?: string;
}

/** One of several; `value: null` shows `placeholder`, e.g. for several different values. */
export function SelectField<Value extends string>({
  label,
  value,
  choices,
  placeholder,
  onChange,
}: {
  readonly label: string;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly placeholder?: string;
  readonly onChange: (value: Value) => void;
}) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Select.Root<Value>
      value={value}
      items={choices as Choice<Value>[]}
      modal={false}
      onValueChange={(next) => {
        if (next !== null && next !== value) onChange(next);
      }}
    >
      <Select.Trigger className={styles.select} aria-label={label}>
        <span className={classNames(styles.selectText, chosen === undefined && styles.placeholder)}>
          {chosen === undefined ? placeholder : <ChoiceFace choice={chosen} />}
        </span>
        <Select.Icon className={styles.selectArrow}>
          <Icon name="chevron-down" size={14} />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          className={menuStyles.place}
          sideOffset={4}
          alignItemWithTrigger={false}
          collisionPadding={8}
        >
          <Select.Popup className={classNames(menuStyles.popup, menuStyles.asWide)}>
            <Select.List className={menuStyles.list}>
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value} className={menuStyles.item}>
                  <Select.ItemText className={menuStyles.face}>
                    <ChoiceFace choice={choice} />
                  </Select.ItemText>
                  <Select.ItemIndicator className={menuStyles.check}>
                    <Icon name="check" size={14} />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}

function ChoiceFace({ choice }: { readonly choice: Choice<string> }) {
  return (
    <>
      {choice.color !== undefined && <Swatch color={choice.color} />}
      {choice.icon !== undefined && <Icon name={choice.icon} />}
      <span className={styles.selectWords}>{choice.label}</span>
    </>
  );
}
