import { createElement, memo } from 'react';
import type { Marks } from '../../shared/scene/mark';
import { type SvgElement, svgElementOf } from '../../shared/scene/svgElements';
import type { Theme } from '../../shared/scene/theme';

/** Prints marks as SVG elements: the very ones that exports write, with nothing of the window's own style on them. */
export const MarksView = memo(function MarksView({ marks, theme }: { readonly marks: Marks; readonly theme: Theme }) {
  return marks.map((mark, index) => {
    const { tag, attributes, text } = svgElementOf(mark, theme);
    // Marks have no identity of their own: what is drawn n-th is the n-th element.
    return createElement(tag, { key: index, ...toReactAttributes(attributes) }, text);
  });
});

/** SVG's attribute names as React calls them: `stroke-width` is `strokeWidth`. */
export function toReactAttributes(attributes: SvgElement['attributes']): Readonly<Record<string, string | number>> {
  const props: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) props[reactName(name)] = value;
  return props;
}

const reactNames = new Map<string, string>();

function reactName(name: string): string {
  const known = reactNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  reactNames.set(name, made);
  return made;
}
