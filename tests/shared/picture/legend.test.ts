import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { defaultExportOptions, type ExportOptions } from '../../../shared/export/exporter';
import { framedPicture } from '../../../shared/export/framedPicture';
import { exporters } from '../../../shared/export/index';
import { pictureSvg } from '../../../shared/export/pictureSvg';
import { unionOf } from '../../../shared/geometry/box';
import type { DiagramDocument } from '../../../shared/model/document';
import { rolesInUse } from '../../../shared/model/roleUse';
import { legendOf } from '../../../shared/picture/legend';
import { pictureOf } from '../../../shared/picture/picture';
import { aDocument, aLane, aNode, aRole, aTask, nodeId, roleId } from '../../support/builders';
import { decodePng } from '../../support/decodePng';
import { exportTools } from '../../support/sourceAssets';

const plan: DiagramDocument = {
  ...aDocument({
    roles: [
      aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' }, color: '#0f8f5f', order: 0 }),
      aRole({ id: 'rs', name: 'Research scientist', color: '#7a1fa2', order: 1 }),
      aRole({ id: 'pm', name: 'Product manager', color: '#e2445c', order: 2 }),
      aRole({ id: 'idle', name: 'Nobody needs it', color: '#1d1d1d', order: 3 }),
    ],
    nodes: [
      aLane({ id: 'lane', roleId: 'de', width: 600, height: 100 }),
      aTask({ id: 'collect', label: 'Collect', parentId: 'lane', x: 200, y: 20, raci: { pm: 'C' } }),
      aTask({ id: 'try', label: 'Try', roleId: 'rs', y: 200 }),
      // Colours a note never shows, whatever a file says.
      aNode('note', { id: 'note', roleId: 'idle', y: 300 }),
    ],
  }),
  look: { bridges: false, legend: true },
};
const options: ExportOptions = { ...defaultExportOptions, language: 'en', scale: 1 };

const inUse = (document: DiagramDocument) => rolesInUse(document, null).map(({ id }) => id);
const listed = (document: DiagramDocument, more: Partial<ExportOptions> = {}) => {
  const svg = pictureSvg(document, { ...options, ...more })?.text ?? '';
  const names = [...document.roles.values()].map(({ name }) => (typeof name === 'string' ? name : (name.en ?? '')));
  const legend = svg.slice(svg.indexOf('>Roles</text>'));
  return svg.includes('>Roles</text>') ? names.filter((name) => legend.includes(`>${name}</text>`)) : null;
};

test('a role is in use when something drawn belongs to it or names it as responsible', () => {
  expect(inUse(plan)).toEqual(['de', 'rs', 'pm']);
  expect(inUse(applyEdit(plan, 'elements.remove', { nodes: [nodeId('try')], edges: [] }))).toEqual(['de', 'pm']);
  const cleared = applyEdit(plan, 'raci.assign', { ids: [nodeId('collect')], roleId: roleId('pm'), level: null });
  expect(inUse(cleared)).toEqual(['de', 'rs']);
});

test('what a closed container hides is not in use, and is again once it is opened', () => {
  const nodes = [
    aNode('group', { id: 'box', width: 300, height: 200 }),
    aTask({ id: 'inside', parentId: 'box', x: 20, y: 40, roleId: 'rs' }),
    aTask({ id: 'outside', x: 500, roleId: 'de' }),
  ];
  const opened: DiagramDocument = { ...plan, nodes: aDocument({ nodes }).nodes };
  const closed = applyEdit(opened, 'nodes.collapse', { ids: [nodeId('box')], collapsed: true });
  expect(inUse(closed)).toEqual(['de']);
  expect(inUse(applyEdit(closed, 'nodes.collapse', { ids: [nodeId('box')], collapsed: false }))).toEqual(['de', 'rs']);
});

test('of a selection, a step without its lane still counts for the role of that lane', () => {
  expect(rolesInUse(plan, new Set([nodeId('collect')])).map(({ id }) => id)).toEqual(['de', 'pm']);
  expect(listed(plan, { selection: { nodes: new Set([nodeId('try')]), edges: new Set() } })).toEqual([
    'Research scientist',
  ]);
});

test('an SVG lists exactly the roles in use, also after a step is removed, and only where the look asks for it', () => {
  expect(listed(plan)).toEqual(['Data engineer', 'Research scientist', 'Product manager']);
  expect(listed(applyEdit(plan, 'elements.remove', { nodes: [nodeId('try')], edges: [] }))).toEqual([
    'Data engineer',
    'Product manager',
  ]);
  const plain = applyEdit(plan, 'document.setLook', { look: { bridges: false, legend: false } });
  expect(listed(plain)).toBeNull();
  expect(listed(plain, { legend: true })).toHaveLength(3);
  expect(listed(plan, { legend: false })).toBeNull();
  expect(listed({ ...plan, nodes: aDocument({ nodes: [aTask({ id: 'alone' })] }).nodes })).toBeNull();
});

test('the chips have the colours of the roles, and follow when one is recoloured', async () => {
  const recoloured = applyEdit(plan, 'roles.set', { id: roleId('rs'), patch: { color: '#f28c28' } });
  for (const document of [plan, recoloured]) {
    const framed = framedPicture(document, options);
    const scene = framed?.picture.scenes.at(-1);
    const roles = rolesInUse(document, null);
    const legend = legendOf(roles, 'en', pictureOf(document, { language: 'en' }).box.width);
    expect(scene?.marks).toEqual(legend?.marks);
    const bytes = await exporters.png.write(document, options, exportTools);
    if (!bytes.ok || framed === null || scene === undefined) throw new Error('no picture');
    const png = decodePng(bytes.value);
    for (const [index, role] of roles.entries()) {
      const box = legend?.rows[index]?.box;
      if (box === undefined) throw new Error('no row');
      // Inside the chip, left of its icon.
      const at = {
        x: scene.at.x + box.x + 2 - framed.view.x,
        y: scene.at.y + box.y + box.height / 2 - framed.view.y,
      };
      expect(png.at(Math.floor(at.x), Math.floor(at.y)).slice(0, 3)).toEqual(
        [1, 3, 5].map((from) => Number.parseInt(role.color.slice(from, from + 2), 16)),
      );
    }
  }
});

test('it lies below everything drawn, 24 off, and the page has room for it', () => {
  const framed = framedPicture(plan, options);
  const drawn = pictureOf(plan, { language: 'en' }).box;
  const at = framed?.picture.scenes.at(-1)?.at;
  expect(at).toEqual({ x: Math.floor(drawn.x), y: Math.ceil(drawn.y + drawn.height) + 24 });
  const narrow: DiagramDocument = { ...plan, nodes: aDocument({ nodes: [aTask({ id: 'try', roleId: 'rs' })] }).nodes };
  const legend = legendOf(rolesInUse(narrow, null), 'en', 0);
  const view = framedPicture(narrow, { ...options, marginPx: 0 })?.view;
  expect(view?.width).toBeGreaterThanOrEqual(legend?.widthPx ?? Infinity);
});

test('it is set in as many columns as there is room for, each of them full but the last', () => {
  const roles = Array.from({ length: 7 }, (_, order) => aRole({ id: `r${order}`, name: `Role ${order}`, order }));
  const columnsIn = (roomPx: number) => {
    const legend = legendOf(roles, 'en', roomPx);
    expect(unionOf(legend?.rows.map(({ box }) => box) ?? [])?.width).toBeLessThan(legend?.widthPx ?? 0);
    return new Set(legend?.rows.map(({ box }) => box.x)).size;
  };
  expect(columnsIn(0)).toBe(1);
  expect(columnsIn(250)).toBe(2);
  expect(columnsIn(5_000)).toBe(7);
});

test('names are in the language of the picture, in both where it shows both, and cut where they are too long', () => {
  const texts = (language: 'ko' | 'en' | 'both', roles = rolesInUse(plan, null)) =>
    legendOf(roles, language, 0)?.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
  expect(texts('ko')?.slice(0, 2)).toEqual(['역할', '데이터 엔지니어']);
  expect(texts('both')?.slice(0, 2)).toEqual(['역할 · Roles', '데이터 엔지니어 · Data engineer']);
  expect(texts('en', [aRole({ id: 'long', name: 'A very long name of a role '.repeat(9) })])?.[1]).toMatch(/…$/);
});
