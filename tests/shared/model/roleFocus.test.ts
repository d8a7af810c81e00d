import { expect, test } from 'vitest';
import { defaultExportOptions } from '../../../shared/export/exporter';
import { framedPicture } from '../../../shared/export/framedPicture';
import { pictureSvg } from '../../../shared/export/pictureSvg';
import { FADED_OPACITY, roleFocus } from '../../../shared/model/roleFocus';
import { aDocument, aLane, anEdge, aRole, aTask, roleId } from '../../support/builders';

const document = aDocument({
  roles: [aRole({ id: 'one' }), aRole({ id: 'two' }), aRole({ id: 'three' })],
  nodes: [
    aLane({ id: 'lane', roleId: 'one', x: 0, y: 0, width: 600, height: 120 }),
    aTask({ id: 'own', parentId: 'lane', x: 160, y: 30 }),
    aTask({ id: 'giver', x: 0, y: 300, roleId: 'two' }),
    aTask({ id: 'asked', x: 300, y: 300, roleId: 'two', raci: { one: 'C' } }),
    aTask({ id: 'far', x: 600, y: 300, roleId: 'three' }),
  ],
  edges: [anEdge({ id: 'given', from: 'giver', to: 'own' }), anEdge({ id: 'other', from: 'asked', to: 'far' })],
});

test('a role sees its steps, what it receives and gives, who is at the other end, and where it is asked', () => {
  const { nodes, edges } = roleFocus(document, roleId('one'));
  expect([...nodes].sort()).toEqual(['asked', 'giver', 'lane', 'own']);
  expect([...edges]).toEqual(['given']);
});

test('a picture for a role draws the rest at less than a third of its strength', () => {
  expect(FADED_OPACITY).toBeLessThan(0.3);
  const options = { ...defaultExportOptions, language: 'en', roleId: roleId('one') } as const;
  const faded = framedPicture(document, options)?.picture.scenes.filter(({ opacity }) => opacity !== undefined);
  expect(faded).toHaveLength(2);
  expect(pictureSvg(document, options)?.text.split(`opacity="${FADED_OPACITY}"`)).toHaveLength(3);
  expect(pictureSvg(document, { ...options, roleId: roleId('nobody') })?.text).toContain('opacity');
});
