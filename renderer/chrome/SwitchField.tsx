import { Switch } from '@base-ui/react/switch';
import styles from './SwitchField.module.css';

/** On or off, at once. The label is its accessible name; a visible one is the caller's. */
export function SwitchField({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <Switch.Root className={styles.track} aria-label={label} checked={checked} onCheckedChange={onChange}>
      <Switch.Thumb className={styles.thumb} />
    </Switch.Root>
  );
}
