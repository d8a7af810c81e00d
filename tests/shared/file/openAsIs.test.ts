import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../shared/file/parse';
import type { DiagramDocument } from '../../../shared/model/document';
import type { NodeId } from '../../../shared/model/ids';
import { projectText, rawNode, withEdges, withNodes } from '../../support/projectText';

describe('what only looks odd opens without a word', () => {
  const opensAsIs = (text: string): DiagramDocument => {
    const parsed = parseFile(text);
    if (!parsed.ok) throw new Error(`does not open: ${JSON.stringify(parsed.error)}`);
    expect(parsed.value.repairs).toEqual([]);
    return parsed.value.document;
  };
  const odd = ({ nodes }: DiagramDocument) => nodes.get('odd' as NodeId);

  it.each(['café', 'cafe\u0301', 'a\u200b', '고객-문의', 'x\u202ey', 'constructor', '1'])('an id %j', (id) => {
    expect(opensAsIs(withNodes(rawNode({ id }), rawNode({ id: 'a' }))).nodes.has(id as NodeId)).toBe(true);
  });

  it.each([
    '../../evil',
    'a\u0000b',
    'a\nb',
    'invoice\u202efdp.exe',
    '\u001b]0;x\u0007',
    '<script>alert(1)</script>',
    '{place}',
    '$&',
  ])('a text %j', (title) => {
    expect(opensAsIs(projectText({ title })).title).toBe(title);
  });

  it('a node connected with itself, an empty diagram, off-grid numbers', () => {
    opensAsIs(withEdges({ id: 'loop', kind: 'flow', from: { nodeId: 'ask' }, to: { nodeId: 'ask' } }));
    opensAsIs(projectText({ roles: [], nodes: [], edges: [] }));
    const document = opensAsIs(withNodes(rawNode({ x: 10.3, y: 5e-324 })));
    expect(odd(document)).toMatchObject({ x: 10.5, y: 0 });
  });

  it('a field named like something of every object', () => {
    const document = opensAsIs(withNodes(rawNode({ constructor: { prototype: { polluted: 1 } } })));
    expect(odd(document)?.unknown).toEqual({ constructor: { prototype: { polluted: 1 } } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
