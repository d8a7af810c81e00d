import { expect } from 'vitest';
import type { DiagramDocument } from '../../../shared/model/document';
import type { EdgeId, NodeId, RoleId } from '../../../shared/model/ids';
import { projectText, rawNode, soundProject, withEdges, withNodes } from '../../support/projectText';

export const node = ({ nodes }: DiagramDocument, id = 'odd') => nodes.get(id as NodeId);
export const edge = ({ edges }: DiagramDocument, id = 'odd') => edges.get(id as EdgeId);
export const edgeTo = (nodeId: string, fields = {}) => ({
  id: 'odd',
  kind: 'flow',
  from: { nodeId: 'ask' },
  to: { nodeId },
  ...fields,
});
export const withRole = (fields: object) => projectText({ roles: [{ ...soundProject.roles[0], ...fields }] });

/** A repair: what is in the file, what the list has to say, and what becomes of it. */
export type Case = readonly [what: string, text: string, says: RegExp, check: (document: DiagramDocument) => void];
/** Files with a value that cannot be read. */
export const unreadableCases: readonly Case[] = [
  ...[null, '12', {}, true, [1], 1e308, -1e308, 1e16].map(
    (x): Case => [
      `x is ${JSON.stringify(x)}`,
      withNodes(rawNode({ x, y: 40 })),
      /nodes\["odd"\]\.x: .* 0 is shown/,
      (document) => expect(node(document)).toMatchObject({ x: 0, y: 40, unknown: { x } }),
    ],
  ),
  [
    'x is more than a number can hold',
    withNodes(rawNode({ x: 7 })).replace('"x":7', '"x":1e400'),
    /nodes\["odd"\]\.x: 1e999/,
    (document) => expect(node(document)?.x).toBe(0),
  ],
  ...[0, -10, 1e12, null, '10px'].map(
    (width): Case => [
      `width is ${JSON.stringify(width)}`,
      withNodes(rawNode({ kind: 'note', width })),
      /nodes\["odd"\]\.width: .* 176 is shown/,
      (document) => expect(node(document)?.width).toBe(176),
    ],
  ),
  ...[12, { ko: 1 }, null, ['a'], { $$typeof: 'Symbol(react.element)', type: 'script', props: {} }].map(
    (label): Case => [
      `label is ${JSON.stringify(label)}`,
      withNodes(rawNode({ label })),
      /nodes\["odd"\]\.label: .* "" is shown/,
      (document) => expect(node(document)?.label).toBe(''),
    ],
  ),
  ...['red;background:url(http://127.0.0.1/c)', '#zzzzzz', 'f'.repeat(100_000), '#fff', 12].map(
    (color): Case => [
      `a role's colour is ${String(color).slice(0, 20)}`,
      withRole({ color }),
      /roles\["lead"\]\.color: .{1,90} "#64748b" is shown/,
      ({ roles }) => expect(roles.get('lead' as RoleId)?.color).toBe('#64748b'),
    ],
  ),
  [
    'an icon of a later version',
    withRole({ icon: 'hologram' }),
    /roles\["lead"\]\.icon: "hologram"/,
    ({ roles }) => expect(roles.get('lead' as RoleId)?.icon).toBe('user-round'),
  ],
  [
    'the title is a number',
    projectText({ title: 7 }),
    /^title: 7/,
    (document) => expect(document).toMatchObject({ title: '', unknown: { title: 7 } }),
  ],
  [
    'a direction of a later version',
    withNodes(rawNode({ kind: 'lane', width: 800, props: { direction: 'diagonal' } })),
    /nodes\["odd"\]\.props\.direction: "diagonal".* "horizontal" is shown/,
    (document) => expect(node(document)?.props).toEqual({ direction: 'horizontal' }),
  ],
  [
    'a responsibility that is none of the four',
    withNodes(rawNode({ raci: { lead: 'X' } })),
    /nodes\["odd"\]\.raci\.lead: "X"/,
    (document) => expect(node(document)?.raci.size).toBe(0),
  ],
  [
    'a side of a later version',
    withEdges(edgeTo('meet', { to: { nodeId: 'meet', side: 'inside', at: 2 } })),
    /edges\["odd"\]\.to\.side: "inside".* "auto" is shown/,
    (document) => expect(edge(document)?.to).toEqual({ nodeId: 'meet', side: 'auto', at: 0.5 }),
  ],
  [
    'a bend that is nowhere',
    withEdges(edgeTo('meet', { waypoints: [[1, 2], [3]] })),
    /edges\["odd"\]\.waypoints: \[…\]/,
    (document) => expect(edge(document)?.waypoints).toEqual([]),
  ],
  [
    'arrow heads of a later version',
    withEdges(edgeTo('meet', { kind: 'collaboration', heads: 'crow' })),
    /edges\["odd"\]\.heads: "crow".* "both" is shown/,
    (document) => expect(edge(document)?.heads).toBe('both'),
  ],
  [
    'two odd values in one record',
    withNodes(rawNode({ x: 'left', z: 'top' })),
    /nodes\["odd"\]\.z: "top"/,
    (document) => expect(node(document)).toMatchObject({ x: 0, z: 0, width: 128 }),
  ],
];
