import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragmentOf, parseFragment, serializeFragment } from '../../../shared/clipboard/fragment';
import { type PasteOptions, pasteFragment } from '../../../shared/clipboard/paste';
import { applyEdit } from '../../../shared/edits/index';
import { type Point, plus } from '../../../shared/geometry/box';
import { type DiagramDocument, emptyDocument } from '../../../shared/model/document';
import type { NodeId } from '../../../shared/model/ids';
import { checkInvariants } from '../../../shared/model/invariants';
import { boxOfNode, frameOf, waypointsOf } from '../../../shared/model/query';
import { invariant, mustGet } from '../../../shared/util/invariant';
import { documentArbitrary } from '../../support/arbitraries';
import { aDocument, aLane, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../../support/builders';

/** Ids in the order they are asked for: n1, n2, e3 … */
function countingIds(): NonNullable<PasteOptions['newId']> {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}copy${count}` as never;
  };
}

function copyAndPaste(from: DiagramDocument, names: readonly string[], to: DiagramDocument, options: PasteOptions) {
  const fragment = parseFragment(serializeFragment(fragmentOf(from, { nodes: names.map(nodeId) })));
  invariant(fragment.ok, 'what we copied can be pasted');
  const pasted = pasteFragment(to, fragment.value, { newId: countingIds(), ...options });
  return { document: applyEdit(to, 'nodes.add', pasted.args), selection: pasted.selection };
}

const labelled = (document: DiagramDocument, label: string, not: string) => {
  const found = [...document.nodes.values()].find((node) => node.label === label && node.id !== not);
  invariant(found !== undefined, `there is another node called ${label}`);
  return found;
};

const work = aDocument({
  roles: [aRole({ id: 'engineer' }), aRole({ id: 'designer', name: 'Designer', order: 1 })],
  nodes: [
    aLane({ id: 'lane', label: 'Lane', x: 100, y: 100, width: 600, roleId: 'engineer' }),
    aTask({ id: 'a', label: 'A', parentId: 'lane', x: 150, y: 20, raci: { engineer: 'R' } }),
    aTask({ id: 'b', label: 'B', parentId: 'lane', x: 350, y: 20 }),
    aTask({ id: 'c', label: 'C', x: 900, y: 400, z: 4 }),
  ],
  edges: [
    anEdge({ id: 'inside', waypoints: [{ x: 300, y: 60 }] }),
    anEdge({ id: 'leaving', from: 'b', to: 'c', waypoints: [{ x: 700, y: 50 }] }),
  ],
});

describe('copying', () => {
  test('a lane takes its tasks, the edges between them and the roles they name', () => {
    const { nodes, edges, roles } = fragmentOf(work, { nodes: [nodeId('lane')] });
    expect([...nodes.keys()].sort()).toEqual(['a', 'b', 'lane']);
    expect([...edges.keys()]).toEqual(['inside']);
    expect([...roles.keys()]).toEqual(['engineer']);
  });

  test('tasks out of their lane notes where they and the bends between them were on the canvas', () => {
    const { nodes, edges } = fragmentOf(work, { nodes: [nodeId('a'), nodeId('b')] });
    expect(mustGet(nodes, nodeId('a'))).toMatchObject({ parentId: null, x: 250, y: 120 });
    expect(mustGet(edges, edgeId('inside')).waypoints).toEqual([{ x: 400, y: 160 }]);
  });

  test('what is not there copies nothing', () => {
    expect(fragmentOf(work, { nodes: [nodeId('gone')] }).nodes.size).toBe(0);
  });
});

describe('pasting', () => {
  test('beside the original gives it again under new ids, with its edges and bends, above it', () => {
    const { document, selection } = copyAndPaste(work, ['lane'], work, { offset: { x: 16, y: 16 } });
    const lane = labelled(document, 'Lane', 'lane');
    const a = labelled(document, 'A', 'a');
    expect(lane).toMatchObject({ x: 116, y: 116, parentId: null, z: 1, roleId: 'engineer' });
    expect(a).toMatchObject({ x: 150, y: 20, parentId: lane.id, raci: new Map([['engineer', 'R']]) });
    expect(a.z).toBeGreaterThan(4);
    const copy = [...document.edges.values()].find(({ from }) => from.nodeId === a.id);
    expect(copy).toMatchObject({ to: { nodeId: labelled(document, 'B', 'b').id }, waypoints: [{ x: 300, y: 60 }] });
    expect(selection.nodes).toEqual(new Set([lane.id]));
    expect(document.roles).toBe(work.roles);
    expect(checkInvariants(document)).toEqual([]);
  });

  test('under the pointer puts the middle there, on the grid', () => {
    const { document } = copyAndPaste(work, ['c'], work, { at: { x: 301, y: 299 } });
    // C is 128 × 56 at (900, 400): its middle moves by (-663, -129), on the grid of 8 by (-664, -128).
    expect(labelled(document, 'C', 'c')).toMatchObject({ x: 236, y: 272 });
  });

  test('into a lane makes it a part of that lane, and bends are measured from there', () => {
    const options = { offset: { x: 0, y: 8 }, parentOf: () => nodeId('lane') };
    const { document } = copyAndPaste(work, ['a', 'b'], work, options);
    const copy = labelled(document, 'A', 'a');
    expect(copy).toMatchObject({ parentId: 'lane', x: 150, y: 28 });
    const edge = [...document.edges.values()].find(({ from }) => from.nodeId === copy.id);
    expect(edge?.waypoints).toEqual([{ x: 300, y: 68 }]);
  });

  test('into another document brings the roles along', () => {
    const { document } = copyAndPaste(work, ['lane'], emptyDocument, { offset: { x: 0, y: 0 } });
    expect([...document.roles]).toEqual([['engineer', aRole({ id: 'engineer' })]]);
    expect(labelled(document, 'Lane', '').roleId).toBe('engineer');
  });

  test('finds the role of the same name, whatever its id', () => {
    const other = aDocument({ roles: [aRole({ id: 'r1', name: 'Designer' }), aRole({ id: 'r2', name: 'Engineer' })] });
    const { document } = copyAndPaste(work, ['lane'], other, { offset: { x: 0, y: 0 } });
    expect(document.roles).toBe(other.roles);
    expect(labelled(document, 'Lane', '').roleId).toBe('r2');
    expect(labelled(document, 'A', '').raci).toEqual(new Map([['r2', 'R']]));
  });

  test('never takes somebody else for the same role: an id that stands for another name gets a new one', () => {
    const other = aDocument({ roles: [aRole({ id: 'engineer', name: 'Owner', order: 5 })] });
    const { document } = copyAndPaste(work, ['lane'], other, { offset: { x: 0, y: 0 } });
    const id = labelled(document, 'Lane', '').roleId;
    expect(id).not.toBe('engineer');
    expect(document.roles.get(id ?? roleId(''))).toMatchObject({ name: 'Engineer', order: 6 });
    expect(document.roles.get(roleId('engineer'))?.name).toBe('Owner');
  });

  test('a role comes with its backup when that is copied too, and without it otherwise', () => {
    const from = aDocument({
      roles: [aRole({ id: 'lead', name: 'Lead', backupId: roleId('deputy') }), aRole({ id: 'deputy', name: 'Deputy' })],
      nodes: [aTask({ id: 'plan', roleId: 'lead' }), aTask({ id: 'help', roleId: 'deputy' })],
    });
    const backupOfLead = (ids: readonly string[], to = aDocument()) => {
      const { document } = copyAndPaste(from, [...ids], to, { offset: { x: 0, y: 0 } });
      return document.roles.get(roleId('lead'))?.backupId;
    };
    expect(backupOfLead(['plan'])).toBeNull();
    expect(backupOfLead(['plan', 'help'])).toBe('deputy');
    const other = aDocument({ roles: [aRole({ id: 'second', name: 'Deputy' })] });
    expect(backupOfLead(['plan', 'help'], other)).toBe('second');
  });

  test('anything into anything leaves it sound and shows the same picture, moved', () => {
    const offsetArbitrary = fc.constantFrom<Point[]>({ x: 0, y: 0 }, { x: 24, y: -8 });
    fc.assert(
      fc.property(documentArbitrary, documentArbitrary, offsetArbitrary, fc.gen(), (from, to, offset, generate) => {
        const names = [...from.nodes.keys()].filter(() => generate(fc.boolean));
        const fragment = fragmentOf(from, { nodes: names });
        const text = serializeFragment(fragment);
        const read = parseFragment(text);
        invariant(read.ok, 'what we copied can be read');
        expect(serializeFragment(read.value)).toBe(text);

        // Of the same ids, so that each copy can be compared with its original.
        const sameId = new Map<string, string>();
        const containers = [...to.nodes.values()].filter(({ kind }) => kind === 'lane' || kind === 'group');
        const parentOf = () => generate(fc.constantFrom<(NodeId | null)[]>, null, ...containers.map(({ id }) => id));
        const pasted = pasteFragment(to, read.value, { offset, newId: countingIds(), parentOf });
        [...read.value.nodes.keys()].forEach((id, index) => {
          sameId.set(id, pasted.args.nodes[index]?.id ?? '');
        });
        const next = applyEdit(to, 'nodes.add', pasted.args);
        expect(checkInvariants(next)).toEqual([]);
        for (const [id, node] of to.nodes) expect(next.nodes.get(id)).toBe(node);
        for (const [id, original] of read.value.nodes) {
          const copy = mustGet(next.nodes, nodeId(sameId.get(id) ?? ''));
          const box = boxOfNode(read.value.nodes, original);
          expect(boxOfNode(next.nodes, copy)).toEqual({ ...box, ...plus(box, offset) });
        }
        [...read.value.edges.values()].forEach((original, index) => {
          const copy = mustGet(next.edges, pasted.args.edges[index]?.id ?? edgeId(''));
          const bends = waypointsOf(read.value.nodes, original).map((bend) => plus(bend, offset));
          expect(waypointsOf(next.nodes, copy)).toEqual(bends);
          expect(frameOf(next.nodes, copy) === null || next.nodes.has(frameOf(next.nodes, copy) as NodeId)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is on the clipboard', () => {
  const text = serializeFragment(fragmentOf(work, { nodes: work.nodes.keys() }));

  test('and is some other text is told apart from a fragment', () => {
    const texts = ['', 'Buy milk', '{', '{}', '[1]', '{"format":"roleweave","version":1}', 'see "roleweave-fragment"'];
    for (const other of texts) {
      expect(parseFragment(other)).toEqual({ ok: false, error: { type: 'notAFragment' } });
    }
    expect(parseFragment('{"note":"roleweave-fragment"}')).toEqual({ ok: false, error: { type: 'notAFragment' } });
  });

  test('and was copied by a later version says so', () => {
    const later = text.replace('"version": 1', '"version": 2');
    expect(parseFragment(later)).toEqual({ ok: false, error: { type: 'tooNew', found: 2, supported: 1 } });
  });

  test('and is cut short or larger than any diagram is refused', () => {
    expect(parseFragment(text.slice(0, -20))).toEqual({ ok: false, error: { type: 'damaged' } });
    const padded = `${text.slice(0, -1)}${' '.repeat(16 * 1024 * 1024)}}`;
    expect(parseFragment(padded)).toEqual({ ok: false, error: { type: 'damaged' } });
    const deep = `{"format":"roleweave-fragment","version":1,"x":${'['.repeat(100_000)}`;
    expect(parseFragment(deep)).toEqual({ ok: false, error: { type: 'damaged' } });
    expect(parseFragment('{"format":"roleweave-fragment"}')).toEqual({ ok: false, error: { type: 'damaged' } });
  });

  test('and refers to what it does not bring is mended, never trusted', () => {
    const fragment = parseFragment(
      JSON.stringify({
        format: 'roleweave-fragment',
        version: 1,
        roles: [],
        nodes: [
          {
            id: 'a',
            kind: 'task',
            x: 0,
            y: 0,
            width: 10,
            height: 10,
            parentId: 'a',
            roleId: 'ghost',
            ['__proto__']: 1,
          },
          { id: 'b', kind: 'task', x: 1e300, y: 0, width: 10, height: 10, raci: { ghost: 'R' } },
        ],
        edges: [{ id: 'e', kind: 'flow', from: { nodeId: 'a' }, to: { nodeId: 'nowhere' } }],
      }),
    );
    invariant(fragment.ok, 'it can be mended');
    const pasted = pasteFragment(emptyDocument, fragment.value, { at: { x: 0, y: 0 } });
    expect(checkInvariants(applyEdit(emptyDocument, 'nodes.add', pasted.args))).toEqual([]);
  });

  test('never makes the program throw, however it was changed', () => {
    fc.assert(
      fc.property(documentArbitrary, fc.gen(), (document, generate) => {
        const good = serializeFragment(fragmentOf(document, { nodes: document.nodes.keys() }));
        const from = generate(fc.nat, good.length);
        const length = generate(fc.nat, 12);
        const junk = generate(fc.constantFrom<string[]>, '', '"', '}', '\ud800', '__proto__', '1e999', 'null', '[[[[');
        const changed = good.slice(0, from) + junk + good.slice(from + length);
        const read = parseFragment(changed);
        if (!read.ok) return;
        const pasted = pasteFragment(emptyDocument, read.value, { at: { x: 0, y: 0 } });
        expect(checkInvariants(applyEdit(emptyDocument, 'nodes.add', pasted.args))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
