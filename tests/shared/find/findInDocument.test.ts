import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { findInDocument, prepareSearch, textOfHit } from '../../../shared/find/findInDocument';
import { toQuery } from '../../../shared/find/searchText';
import type { DiagramDocument } from '../../../shared/model/document';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, nodeId } from '../../support/builders';

const plan = aDocument({
  roles: [
    aRole({ id: 'engineer', name: { ko: '데이터 엔지니어', en: 'Data engineer' }, tools: ['Airflow'], order: 0 }),
    aRole({ id: 'legal', name: { ko: '법무', en: 'Legal' }, team: 'Office', order: 1 }),
  ],
  nodes: [
    // Not in the order in which they are read.
    aTask({ id: 'ship', label: 'Ship', parentId: 'below', x: 400, y: 20 }),
    aTask({ id: 'collect', label: { ko: '데이터 수집', en: 'Collect data' }, parentId: 'above', x: 400, y: 20 }),
    aTask({ id: 'ask', label: 'Ask', description: 'Whose data it is', parentId: 'above', x: 160, y: 20 }),
    aLane({ id: 'below', y: 96 }),
    aLane({ id: 'above', roleId: 'engineer' }),
    aTask({ id: 'check', label: 'Check', parentId: 'below', x: 160, y: 20, raci: { legal: 'C' } }),
  ],
  edges: [anEdge({ id: 'handed', from: 'ask', to: 'collect', label: { ko: '원본', en: 'Raw data' } })],
});

function found(document: DiagramDocument, text: string): readonly string[] {
  const query = toQuery(text);
  return query === null ? [] : findInDocument(document, query).map(({ target }) => target.id);
}

describe('a diagram is searched', () => {
  test('in labels in both languages, descriptions, lines and roles, in reading order with roles last', () => {
    expect(found(plan, 'data')).toEqual(['above', 'ask', 'handed', 'collect', 'engineer']);
    expect(found(plan, '데이터')).toEqual(['above', 'collect', 'engineer']);
  });

  test('by the name of a role: what belongs to it, and where it is responsible in any way', () => {
    expect(found(plan, '법무')).toEqual(['check', 'legal']);
  });

  test('in tools and teams', () => {
    expect(found(plan, 'airflow')).toEqual(['engineer']);
    expect(found(plan, 'office')).toEqual(['legal']);
  });

  test('for what first consonants stand for, unless something holds them as they are', () => {
    expect(found(plan, 'ㄷㅇㅌ')).toEqual(['above', 'collect', 'engineer']);
    const joking = applyEdit(plan, 'nodes.set', { ids: [nodeId('ship')], patch: { label: 'ㄷㅇㅌ' } });
    expect(found(joking, 'ㄷㅇㅌ')).toEqual(['ship']);
  });

  test('and each hit tells which of its texts answers', () => {
    const query = toQuery('data');
    if (query === null) throw new Error('looks for something');
    const fields = findInDocument(plan, query).map((hit) => textOfHit(plan, query, hit)?.text);
    expect(fields.map((text) => text?.field)).toEqual(['name', 'description', 'label', 'label', 'name']);
    expect(fields[3]?.searchable.text).toBe('Collect data');
  });

  test('not across two texts of a record', () => {
    expect(found(plan, 'ask whose')).toEqual([]);
  });
});

/** A thousand steps that count how often their labels are read. */
function countingSteps() {
  const counter = { reads: 0 };
  const nodes = Array.from({ length: 1_000 }, (_, i) => {
    const node = aNode('task', { id: `t${i}`, x: i * 10, label: '' });
    return Object.defineProperty({ ...node }, 'label', {
      enumerable: true,
      get() {
        counter.reads += 1;
        return `Step ${i}`;
      },
    });
  });
  return { counter, document: aDocument({ nodes }) };
}

test('what was prepared in idle moments is not read again when the first letter is typed', () => {
  const { counter, document } = countingSteps();
  let bits = 0;
  for (const _ of prepareSearch(document)) bits += 1;
  expect(bits).toBe(1_000);
  counter.reads = 0;
  expect(found(document, 'nothing like it')).toHaveLength(0);
  expect(counter.reads).toBe(0);
});

test('after an edit only the record that it replaced is read again', () => {
  const { counter, document } = countingSteps();
  expect(found(document, 'step 77')).toHaveLength(11);
  expect(counter.reads).toBeGreaterThanOrEqual(1_000);

  const renamed = applyEdit(document, 'nodes.set', { ids: [nodeId('t5')], patch: { label: 'Step 77, too' } });
  const edited = { ...renamed, nodes: new Map(renamed.nodes) };
  counter.reads = 0;
  expect(found(edited, 'step 77')).toHaveLength(12);
  expect(found(edited, 'nothing like it')).toHaveLength(0);
  expect(counter.reads).toBe(0);
});
