import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, type Migration, versions, versionsOf } from '../../../shared/file/migrations/index';
import { parseFile } from '../../../shared/file/parse';
import { serializeFile } from '../../../shared/file/serialize';
import { nodeKindNames } from '../../../shared/kinds/index';
import { edgeKindNames } from '../../../shared/model/edgeKinds';
import type { NodeId } from '../../../shared/model/ids';
import { projectText } from '../../support/projectText';

const fixtures = new URL('../../fixtures/', import.meta.url);
const filesOf = (version: number) =>
  readdirSync(new URL(`v${version}/`, fixtures)).map((name) => ({
    name,
    text: readFileSync(new URL(`v${version}/${name}`, fixtures), 'utf8'),
  }));

function opened(text: string, from = versions) {
  const parsed = parseFile(text, from);
  if (!parsed.ok) throw new Error(`does not open: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

describe('files of every version so far', () => {
  const all = Array.from({ length: FORMAT_VERSION }, (_, index) => index + 1);

  it.each(all)('version %i has files to test with, and they open', (version) => {
    const files = filesOf(version);
    expect(files.length).toBeGreaterThan(0);
    for (const { text } of files) {
      const { repairs, migratedFrom } = opened(text);
      expect(repairs).toEqual([]);
      expect(migratedFrom).toBe(version === FORMAT_VERSION ? null : version);
    }
  });

  it('those of this version are saved as they are, byte for byte', () => {
    for (const { name, text } of filesOf(FORMAT_VERSION)) expect(serializeFile(opened(text).document), name).toBe(text);
  });

  it('those of this version show every kind of node and edge', () => {
    const documents = filesOf(FORMAT_VERSION).map(({ text }) => opened(text).document);
    const kindsOf = (records: 'nodes' | 'edges') =>
      new Set(documents.flatMap((document) => [...document[records].values()].map(({ kind }) => kind)));
    expect(kindsOf('nodes')).toEqual(new Set(nodeKindNames));
    expect(kindsOf('edges')).toEqual(new Set(edgeKindNames));
  });
});

describe('the list of migrations', () => {
  const wasText: Migration = {
    to: 2,
    migrate: ({ caption, ...project }) => ({ ...project, version: 2, title: caption ?? '' }),
  };
  const wasList: Migration = { to: 3, migrate: (project) => ({ ...project, version: 3, migrated: true }) };
  const three = versionsOf([wasText, wasList]);

  it('leads a file of version 1 through every version', () => {
    const { document, migratedFrom, repairs } = opened(projectText({ title: undefined, caption: 'Old' }), three);
    expect(migratedFrom).toBe(1);
    expect(repairs).toEqual([]);
    expect(document).toMatchObject({ title: 'Old', unknown: { migrated: true } });
    expect(document.nodes.get('ask' as NodeId)?.kind).toBe('task');
  });

  it('starts where the file is', () => {
    const { document, migratedFrom } = opened(projectText({ version: 2, caption: 'kept' }), three);
    expect(migratedFrom).toBe(2);
    expect(document).toMatchObject({ title: 'Hiring', unknown: { caption: 'kept', migrated: true } });
  });

  it('leaves a file of the current version alone, and refuses one of the next', () => {
    const current = opened(projectText({ version: 3 }), three);
    expect(current.migratedFrom).toBeNull();
    expect(current.document.unknown).toBeUndefined();
    expect(parseFile(projectText({ version: 4 }), three)).toEqual({
      ok: false,
      error: { type: 'tooNew', found: 4, supported: 3 },
    });
  });

  it('must be without gaps', () => {
    expect(() => versionsOf([wasList])).toThrow(/leads to version 2, not 3/);
    expect(() => versionsOf([wasText, wasText])).toThrow(/leads to version 3, not 2/);
  });
});
