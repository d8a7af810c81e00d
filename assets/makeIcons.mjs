// Writes shared/scene/icons.generated.ts: the outlines of the icons we use, from Lucide, as one path each.
// Run it after adding a name below: node assets/makeIcons.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const names = `
activity align-center-horizontal align-center-vertical align-end-horizontal align-end-vertical
align-horizontal-distribute-center align-start-horizontal align-start-vertical align-vertical-distribute-center
app-window arrow-down arrow-left arrow-left-right arrow-right arrow-up book-open boxes braces brain brain-circuit
briefcase bring-to-front bug building calculator calendar camera chart-bar chart-line check chevron-down chevron-left
chevron-right chevron-up circle circle-alert circle-check circle-help circle-play circle-plus circle-stop circle-x
clipboard clipboard-list clipboard-paste cloud code cog columns-3 command compass copy copy-plus cpu credit-card
database diamond download eraser external-link eye file file-clock file-image file-input file-output file-plus
file-diff file-text flag flask-conical folder folder-open gauge git-branch globe graduation-cap grid-3x3 group hand handshake
headphones heart-handshake history house id-card presentation image info key keyboard languages layers layout-dashboard layout-grid
layout-template library lightbulb link list list-tree lock magnet mail map maximize maximize-2 megaphone menu
message-square microscope minimize minus monitor moon more-horizontal mouse-pointer mouse-pointer-2 move network
package palette panel-left panel-right paperclip pen-tool pencil phone pin plug plus presentation puzzle redo-2
refresh-cw rocket rotate-ccw rows-3 save save-all scale scan scissors search send send-to-back server settings
shapes shield shield-check shopping-cart smartphone smile sparkles spline square square-dashed square-plus star
sticky-note sun sun-moon swatch-book table target terminal text-cursor trash-2 trending-up triangle-alert truck type
undo-2 ungroup user user-check user-cog user-plus user-round user-search users waypoints wand-sparkles wifi workflow
arrow-up-from-line arrow-down-from-line unfold-vertical unfold-horizontal square-split-vertical between-horizontal-start
between-vertical-start chevrons-down-up chevrons-up-down
wrench x zoom-in zoom-out log-out minimize-2 corner-down-right move-right slash split chevrons-right flask-round copyright
case-sensitive whole-word replace replace-all
lock-open paintbrush move-horizontal move-vertical printer
`
  .trim()
  .split(/\s+/);

const n = (value) => Number(value);
const shapes = {
  path: (a) => absoluteStart(a.d),
  circle: ({ cx, cy, r }) => ellipse(n(cx), n(cy), n(r), n(r)),
  ellipse: ({ cx, cy, rx, ry }) => ellipse(n(cx), n(cy), n(rx), n(ry)),
  line: ({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`,
  polyline: ({ points }) => lineThrough(points),
  polygon: ({ points }) => `${lineThrough(points)}Z`,
  rect: ({ x = 0, y = 0, width, height, rx, ry }) => {
    const r = n(rx ?? ry ?? 0);
    const [w, h] = [n(width) - 2 * r, n(height) - 2 * r];
    const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '');
    return `M${n(x) + r} ${y}h${w}${corner(r, r)}v${h}${corner(-r, r)}h${-w}${corner(-r, -r)}v${-h}${corner(r, -r)}z`;
  },
};
// A leading `m` is absolute only at the very beginning: behind another shape it would start from that one's end.
function absoluteStart(d) {
  return d.startsWith('m') ? `M0 0${d}` : d;
}
/** Coordinates may be parted by commas or spaces alike. */
function lineThrough(points) {
  const numbers = points.trim().split(/[\s,]+/);
  return `M${numbers.map((number, i) => (i % 2 === 0 ? (i === 0 ? number : `L${number}`) : ` ${number}`)).join('')}`;
}
function ellipse(cx, cy, rx, ry) {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

// Renamed icons are kept by Lucide as modules that only point to the new one.
async function outlineOf(name) {
  const file = new URL(`../node_modules/lucide-react/dist/esm/icons/${name}.mjs`, import.meta.url);
  const { __iconData } = await import(file);
  if (__iconData !== undefined) return __iconData.node;
  const target = /from '\.\/([\w-]+)\.mjs'/.exec(readFileSync(file, 'utf8'));
  return outlineOf(target[1]);
}

const rows = [];
for (const name of [...new Set(names)].sort()) {
  const d = (await outlineOf(name)).map(([tag, attributes]) => shapes[tag](attributes)).join('');
  rows.push(`  '${name}': '${d}',`);
}
writeFileSync(
  new URL('../shared/scene/icons.generated.ts', import.meta.url),
  `// Written by assets/makeIcons.mjs from Lucide (ISC licence): outlines in a 24 × 24 box, stroked 2 wide, round caps.\nexport const iconPaths = {\n${rows.join('\n')}\n} as const;\n\nexport type IconName = keyof typeof iconPaths;\nexport const iconNames = Object.keys(iconPaths) as readonly IconName[];\n`,
);
console.log(`${rows.length} icons`);
