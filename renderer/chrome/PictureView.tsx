import { createElement, memo } from 'react';
import type { Box } from '../../shared/geometry/box';
import type { Picture } from '../../shared/picture/picture';
import { svgRootAttributes } from '../../shared/scene/svgElements';
import type { Theme } from '../../shared/scene/theme';
import { MarksView, toReactAttributes } from '../canvas/MarksView';

/** A picture of a diagram as it would be exported: `view` is the part of the canvas it shows, `label` what it is of. */
export const PictureView = memo(function PictureView({
  picture,
  view,
  theme,
  label,
  className,
}: {
  readonly picture: Picture;
  readonly view: Box;
  readonly theme: Theme;
  readonly label: string;
  readonly className?: string | undefined;
}) {
  return createElement(
    'svg',
    {
      ...toReactAttributes(svgRootAttributes),
      viewBox: `${view.x} ${view.y} ${view.width} ${view.height}`,
      role: 'img',
      'aria-label': label,
      className,
    },
    picture.scenes.map(({ at, marks, opacity }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: scenes have no identity of their own, only their place
      <g key={index} transform={`translate(${at.x} ${at.y})`} opacity={opacity}>
        <MarksView marks={marks} theme={theme} />
      </g>
    )),
  );
});
