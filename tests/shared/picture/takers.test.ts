import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { defaultExportOptions } from '../../../shared/export/exporter';
import { pictureSvg } from '../../../shared/export/pictureSvg';
import type { DiagramDocument } from '../../../shared/model/document';
import type { LabelLanguage } from '../../../shared/model/localizedText';
import { pictureOf } from '../../../shared/picture/picture';
import { withTakers } from '../../../shared/picture/takers';
import { aDocument, aLane, aNode, aPerson, aRole, aTask, nodeId, roleId } from '../../support/builders';

const document = aDocument({
  roles: [
    aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' } }),
    aRole({ id: 'rs', name: 'Research scientist', order: 1 }),
    aRole({ id: 'user', name: 'End user', headcount: 0, order: 2 }),
  ],
  nodes: [
    aLane({ id: 'lane', roleId: 'de', width: 600, height: 100 }),
    aTask({ id: 'collect', label: 'Collect', parentId: 'lane', x: 200, y: 20 }),
    aTask({ id: 'try', label: 'Try', roleId: 'rs', y: 200 }),
    aNode('decision', { id: 'decide', roleId: 'rs', y: 300 }),
    aNode('role', { id: 'card', roleId: 'user', y: 400 }),
  ],
  people: [
    aPerson({ id: 'kim', name: { en: 'Kim', ko: '김' }, roleIds: ['de'], order: 1 }),
    aPerson({ id: 'lee', name: 'Lee', roleIds: ['de'] }),
  ],
});

/** All that is written in a picture, and how many slanted hatches lie in it. */
function shown(given: DiagramDocument, language: LabelLanguage, names: boolean) {
  const marks = pictureOf(given, { language, names }).scenes.flatMap((scene) => scene.marks);
  return {
    texts: marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])).join('|'),
    hatches: marks.filter((mark) => mark.type === 'path' && mark.opacity === 0.5).length,
  };
}

test('a picture names who takes the roles where it is asked to, on lanes and steps, and hatches what is vacant', () => {
  const { texts, hatches } = shown(document, 'en', true);
  expect(texts).toContain('Data|engineer ·|Lee, Kim');
  expect(texts.split('|').filter((text) => text === 'Lee, Kim')).toHaveLength(2);
  expect(texts.split('|').filter((text) => text === 'Vacant')).toHaveLength(2);
  expect(hatches).toBe(2);
  expect(shown(document, 'ko', true).texts).toContain('공석');
  expect(shown(document, 'ko', true).texts).toContain('Lee, 김');
});

test('names stay out of a picture that is not asked for them', () => {
  const { texts, hatches } = shown(document, 'both', false);
  expect(texts).not.toMatch(/Kim|김|Lee|Vacant|공석/);
  expect(hatches).toBe(0);
  const options = { ...defaultExportOptions, language: 'en' } as const;
  expect(pictureSvg(document, options)?.text).not.toContain('Lee');
  expect(pictureSvg(document, { ...options, names: true })?.text).toContain('Lee');
});

test('a picture grows for the names above its uppermost step', () => {
  const alone = aDocument({ roles: [aRole({ id: 'a', status: 'open' })], nodes: [aTask({ roleId: 'a' })] });
  const without = pictureOf(alone, { language: 'en' }).box;
  const named = pictureOf(alone, { language: 'en', names: true }).box;
  expect([without.y - named.y, named.height - without.height]).toEqual([7, 7]);
});

test('where there is nothing to tell it is the same document, and an edit of steps keeps the roles as they are', () => {
  const nobody = aDocument({ roles: [aRole()], nodes: [aTask({ roleId: 'engineer' })] });
  expect(withTakers(nobody)).toBe(nobody);
  const moved = applyEdit(document, 'nodes.move', { ids: [nodeId('try')], by: { x: 8, y: 0 } });
  expect(withTakers(document)).toBe(withTakers(document));
  expect(withTakers(moved).roles).toBe(withTakers(document).roles);
  expect(withTakers(document).roles.get(roleId('user'))).toBe(document.roles.get(roleId('user')));
});
