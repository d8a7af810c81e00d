import { type IconName, iconPaths } from '../../shared/scene/icons.generated';

/** An icon of the one family, in the colour of the text around it. Purely visual: what it means is said by its owner. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      // Lines keep about 1.5 px at any size, so that small and large icons look drawn by the same pen.
      strokeWidth={Math.min(2, 36 / size)}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ display: 'block', flex: 'none' }}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
