import { describe, expect, it } from 'vitest';
import { foreignFormats } from '../../../shared/file/foreignFormat';
import { limits } from '../../../shared/file/limits';
import { parseFile } from '../../../shared/file/parse';
import { describeOpenError, type OpenError } from '../../../shared/file/problems';
import { translator } from '../../../shared/i18n/translator';
import { projectText, rawNode, soundProject, withEdges, withNodes } from '../../support/projectText';

function errorOf(text: string): OpenError {
  const parsed = parseFile(text);
  if (parsed.ok) throw new Error('it opened');
  return parsed.error;
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const many = (count: number, of: (index: number) => unknown) => Array.from({ length: count }, (_, index) => of(index));
const chain = (length: number) =>
  many(length, (index) => rawNode({ id: `g${index}`, kind: 'group', parentId: index === 0 ? null : `g${index - 1}` }));
const textWith = (from: string, to: string) => projectText().replace(from, to);

/** Every way in which a file does not open: what is in it, and what the message has to name. */
const cases: { readonly [Type in OpenError['type']]: readonly (readonly [string, string, RegExp])[] } = {
  empty: [
    ['nothing at all', '', /empty/],
    ['only white space', ' \r\n\t\n', /empty/],
    ['only a byte order mark', '\ufeff', /empty/],
  ],
  zeroed: [['zero bytes only, as a crash leaves them', '\0'.repeat(44_393), /damaged/]],
  tooLarge: [['more than 64 MiB', ' '.repeat(limits.fileMiB * 1024 * 1024 + 1), /64 MiB/]],
  notJson: [
    ['words', 'hello', /line 1, column 1\./],
    ['a comma too many', '{\n  "format": "roleweave",\n}', /line 3, column 1\./],
    ['something after the end', `${projectText()}\n}{`, /line 2, column 1\./],
    ['two projects in one file', projectText() + projectText(), new RegExp(`column ${projectText().length + 1}\\.`)],
    ['a raw line break in a text', '{\n"title": "a\nb"}', /line 2, column 12\./],
    ['an escape that JSON does not have', '{"title": "\\x"}', /line 1, column 12\./],
    ['a number that JSON does not have', '{"version": 01}', /line 1, column 14\./],
    ['NaN', '{"x": NaN}', /line 1, column 7\./],
    ['a comment', '{ // mine\n}', /line 1, column 3\./],
    ['zero bytes after the end', `${projectText()}\0\0`, /line 1/],
  ],
  cutShort: [
    ['cut within a text', '{\n"title": "Hir', /line 2, column 14\./],
    ['cut within an escape', '{"title": "\\u12', /line 1, column 12\./],
    ['cut within a word', '{"title": nul', /line 1, column 11\./],
    ['cut between records', projectText().slice(0, projectText().indexOf('},{') + 2), /too early/],
    ['a bracket too few', projectText().slice(0, -1), /too early/],
  ],
  mergeConflict: [
    [
      'both sides of a merge, undecided',
      '{\n  "format": "roleweave",\n<<<<<<< HEAD\n  "title": "a"\n=======\n  "title": "b"\n>>>>>>> theirs\n}',
      /conflict at line 3/,
    ],
  ],
  tooDeep: [
    ['100,000 brackets in a field of nobody', textWith('{', `{"later": ${nested(100_000)},`), /more than 64 levels/],
    ['one level too many', textWith('{', `{"later": ${nested(limits.depth)},`), /line 1, column 74/],
  ],
  duplicateKey: [
    ['both sides of a merge, kept', '{\n"title": "a",\n"title": "b"\n}', /"title".*line 3, column 1\./],
    ['the list of nodes twice', textWith('{', '{"nodes": [],'), /"nodes"/],
    ['the same key in other letters', textWith('"id":"ask"', '"id":"ask","\\u0069d":"b"'), /"id"/],
  ],
  foreign: [
    ['draw.io', '<mxfile host="app"><diagram/></mxfile>', /draw\.io/],
    ['draw.io with a head', '<?xml version="1.0"?>\n<mxGraphModel/>', /draw\.io/],
    ['Excalidraw', '{"type": "excalidraw", "version": 2, "elements": []}', /Excalidraw/],
    ['tldraw', '{"tldrawFileFormatVersion": 1, "records": []}', /tldraw/],
    ['BPMN', '<?xml version="1.0"?><d xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', /BPMN/],
    ['Mermaid', '%% who\nflowchart LR\n a --> b', /Mermaid/],
    ['SVG', '<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    ['a web page', '<!doctype html><script>alert(1)</script>', /web page/],
    ['other XML', '<?xml version="1.0"?><rss/>', /XML/],
    ['a ZIP archive', 'PK\u0003\u0004\0\0', /ZIP/],
    ['PDF', '%PDF-1.7', /PDF/],
  ],
  notOurs: [
    ['a list', '[]', /not a Roleweave project/],
    ['a text', '"text"', /not a Roleweave project/],
    ['null', 'null', /not a Roleweave project/],
    ['settings of something', '{"theme": "dark"}', /not a Roleweave project/],
    ['another format', projectText({ format: 'plan' }), /not a Roleweave project/],
  ],
  badVersion: [
    ['no version', projectText({ version: undefined }), /version/],
    ...['one', '1', -1, 0, 1.5, null, {}].map(
      (version) => [`version ${JSON.stringify(version)}`, projectText({ version }), /version/] as const,
    ),
  ],
  tooNew: [
    ['the next version', projectText({ version: 2, nodes: 'whatever' }), /version 2.*version 1/],
    ['a far version', projectText({ version: 1e21 }), /1e\+21/],
  ],
  notAList: [
    ['no nodes', projectText({ nodes: undefined }), /"nodes"/],
    ['nodes by id', projectText({ nodes: {} }), /"nodes".*\{\}/],
    ['edges null', projectText({ edges: null }), /"edges".*null/],
    ['roles a text', projectText({ roles: 'none' }), /"roles".*"none"/],
  ],
  tooMany: [
    ['a node too many', projectText({ nodes: many(limits.nodes + 1, () => 0) }), /"nodes": 20001.*20000/],
    ['an edge too many', projectText({ edges: many(limits.edges + 1, () => 0) }), /"edges": 40001/],
    ['a role too many', projectText({ roles: many(limits.roles + 1, () => 0) }), /"roles": 2001/],
  ],
  textTooLong: [
    ['a label', withNodes(rawNode({ label: 'x'.repeat(limits.textChars + 1) })), /nodes\["odd"\]\.label/],
    ['one language', withNodes(rawNode({ label: { ko: '가'.repeat(100_001) } })), /nodes\["odd"\]\.label\.ko/],
    ['the title', projectText({ title: 'x'.repeat(20e6) }), /title/],
  ],
  duplicateId: [
    ['two nodes', withNodes(rawNode({ id: 'ask' })), /"ask".*nodes\[1\].*nodes\[3\]/],
    ['two edges', withEdges({ id: 'e1', kind: 'data', from: { nodeId: 'ask' }, to: { nodeId: 'ask' } }), /"e1"/],
    ['two roles', projectText({ roles: [...soundProject.roles, { id: 'lead', name: 'B' }] }), /"lead"/],
  ],
  nestedTooDeep: [['a group within 1,001 groups', projectText({ nodes: chain(1_002), edges: [] }), /nodes\["g1001"\]/]],
};

describe.each(Object.entries(cases))('a file that does not open: %s', (type, list) => {
  it.each(list)('%s', (_, text, named) => {
    const error = errorOf(text);
    expect(error.type).toBe(type);
    const english = describeOpenError(error, translator('en'));
    const korean = describeOpenError(error, translator('ko'));
    expect(english).toMatch(named);
    expect(korean).toMatch(/[가-힣]/);
    for (const message of [english, korean]) {
      expect(message).not.toMatch(/undefined|\[object|\{\w+\}/);
      expect(message.length).toBeLessThan(400);
    }
  });
});

it('knows every foreign format that it can name', () => {
  const named = cases.foreign.map(([, text]) => errorOf(text)).map((error) => error.type === 'foreign' && error.format);
  expect(new Set(named)).toEqual(new Set(foreignFormats));
});

describe('a file at its limits opens', () => {
  const opens = (text: string) => expect(parseFile(text)).toMatchObject({ ok: true, value: { repairs: [] } });

  it('in size', () => opens(projectText().padEnd(limits.fileMiB * 1024 * 1024, ' ')));
  it('in depth', () => opens(textWith('{', `{"later": ${nested(limits.depth - 1)},`)));
  it('in nesting', () => opens(projectText({ nodes: chain(limits.nesting + 1), edges: [] })));
  it('in the length of a text', () => opens(withNodes(rawNode({ label: 'x'.repeat(limits.textChars) }))));
  it('in numbers', () => {
    const nodes = many(limits.nodes, (index) =>
      rawNode({ id: `n${index}`, x: -limits.coordinate, width: limits.maxSize }),
    );
    const edges = many(limits.edges, (index) => ({
      id: `e${index}`,
      kind: 'flow',
      from: { nodeId: `n${index % limits.nodes}` },
      to: { nodeId: 'n0' },
    }));
    opens(projectText({ roles: many(limits.roles, (index) => ({ id: `r${index}` })), nodes, edges }));
  });
});
