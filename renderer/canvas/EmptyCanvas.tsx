import { kindOf, type NodeKindName } from '../../shared/kinds/index';
import type { Mark } from '../../shared/scene/mark';
import { themes } from '../../shared/scene/theme';
import type { ActionId } from '../actions/index';
import { shownShortcut } from '../actions/keymap';
import { shortcutLabel } from '../actions/shortcuts';
import { useApp, useT, useThemeName } from '../state/hooks';
import styles from './EmptyCanvas.module.css';
import { MarksView } from './MarksView';

/** A hint of what will be here: three steps that hand over to each other. */
const sketch: readonly NodeKindName[] = ['role', 'task', 'artifact'];
const TILE_PX = 48;
const STEP_PX = 84;

/** What to do with an empty diagram. The canvas below it takes every press. */
export function EmptyCanvas() {
  const t = useT();
  const platform = useApp((state) => state.platform);
  const theme = themes[useThemeName()];
  const changed = useApp((state) => state.settings.shortcuts);
  const keyOf = (id: ActionId) => {
    const shortcut = shownShortcut(id, changed);
    return shortcut === undefined ? '' : shortcutLabel(shortcut, platform);
  };
  const hints = [
    { key: keyOf('insert.task'), text: t('canvas.empty.key') },
    { key: t('canvas.empty.doubleClickKey'), text: t('canvas.empty.doubleClick') },
    { key: keyOf('insert.nextRight'), text: t('canvas.empty.grow') },
    { key: t('canvas.empty.dragKey'), text: t('canvas.empty.drag') },
  ];
  return (
    <div className={styles.empty}>
      <svg
        className={styles.sketch}
        width={2 * STEP_PX + TILE_PX}
        height={TILE_PX}
        aria-hidden="true"
        focusable="false"
      >
        {sketch.map((kind, index) => (
          <MarksView key={kind} marks={tileMarks(kind, index * STEP_PX, index < sketch.length - 1)} theme={theme} />
        ))}
      </svg>
      <p className={styles.title}>{t('canvas.empty.title')}</p>
      <p className={styles.intro}>{t('canvas.empty.intro')}</p>
      <dl className={styles.hints}>
        {hints
          .filter(({ key }) => key !== '')
          .map(({ key, text }) => (
            <div key={text} className={styles.hint}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function tileMarks(kind: NodeKindName, x: number, arrow: boolean): readonly Mark[] {
  const middle = TILE_PX / 2;
  const from = x + TILE_PX + 6;
  const to = x + STEP_PX - 6;
  return [
    {
      type: 'rect',
      x: x + 1,
      y: 1,
      width: TILE_PX - 2,
      height: TILE_PX - 2,
      radiusPx: 12,
      fill: 'surface',
      stroke: { paint: 'outline', widthPx: 1.25, dashPx: [4, 3] },
    },
    { type: 'icon', name: kindOf(kind).icon, x: x + 14, y: 14, sizePx: 20, paint: 'textThird' },
    ...(arrow
      ? ([
          {
            type: 'path',
            d: `M${from} ${middle}H${to}M${to - 5} ${middle - 4}L${to} ${middle}L${to - 5} ${middle + 4}`,
            stroke: { paint: 'outline', widthPx: 1.5 },
          },
        ] as const)
      : []),
  ];
}
