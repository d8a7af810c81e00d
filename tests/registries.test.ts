import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actionIds, actions } from '../renderer/actions/index';
import { shortcutLabel } from '../renderer/actions/shortcuts';
import { editNames } from '../shared/edits/index';
import { defaultExportOptions } from '../shared/export/exporter';
import { exporters, exportFormats } from '../shared/export/index';
import { versions } from '../shared/file/migrations/index';
import { parseFile } from '../shared/file/parse';
import { serializeFile } from '../shared/file/serialize';
import { encloses, grow } from '../shared/geometry/box';
import { en } from '../shared/i18n/en';
import { cliMessages } from '../shared/i18n/en/cli';
import { languages } from '../shared/i18n/language';
import type { MessageKey } from '../shared/i18n/messages';
import { translator } from '../shared/i18n/translator';
import { kindOf, nodeKindNames } from '../shared/kinds/index';
import type { DrawContext, NodeFace } from '../shared/kinds/kind';
import { edgeHeads } from '../shared/model/document';
import { edgeKindNames, edgeKinds } from '../shared/model/edgeKinds';
import { edgeMarks } from '../shared/picture/edgeMarks';
import { iconNames } from '../shared/scene/icons.generated';
import { editCases } from './shared/edits/cases';
import { aDocument, aNode, anEdge, aRole, aTask } from './support/builders';
import { editArgsArbitraries } from './support/editArbitraries';
import { marksBox } from './support/marksBox';
import { exportTools } from './support/sourceAssets';

/** What every entry of a registry owes to the rest of the program: a new one is told here what it lacks. */

const repository = new URL('..', import.meta.url);
const messages: Readonly<Record<MessageKey, string>> = { ...en, ...cliMessages };
/** A message as its dictionary has it, `{slots}` and all. */
const textOf = (language: (typeof languages)[number], key: MessageKey) =>
  (translator(language) as (key: MessageKey) => string)(key);

function expectText(key: MessageKey): void {
  for (const language of languages) expect(textOf(language, key), `${key} in ${language}`).not.toBe('');
}

function expectLabel(key: MessageKey): void {
  expectText(key);
  expect(textOf('ko', key), `${key} in Korean`).toMatch(/\p{Script=Hangul}/u);
}

describe.each(nodeKindNames)('the node kind %s', (name) => {
  const kind = kindOf(name);
  const { props, size } = kind.create();
  const label = { ko: '모델 학습 결과를 검토하고 인계', en: 'Review what the model has learned and hand over' };
  const face: NodeFace<unknown> = { label, roleId: null, ...size, props };
  const owned: NodeFace<unknown> = { ...face, roleId: aRole().id };
  const least = kind.minSize(face);

  test('has a name in all languages and an icon', () => {
    expectLabel(kind.labelKey);
    expect(iconNames).toContain(kind.icon);
  });

  test('starts with fields that its schema reads back unchanged, also from a file that leaves them out', () => {
    expect(kind.props.safeParse(props)).toEqual({ success: true, data: props });
    expect(kind.props.safeParse({})).toEqual({ success: true, data: props });
  });

  test('starts no smaller than a person may make it', () => {
    expect(size.width).toBeGreaterThanOrEqual(least.width);
    expect(size.height).toBeGreaterThanOrEqual(least.height);
  });

  test('survives being saved and opened', () => {
    const document = aDocument({ nodes: [aNode(name, { id: 'node', x: 8, label })] });
    expect(parseFile(serializeFile(document))).toEqual({
      ok: true,
      value: { document, repairs: [], migratedFrom: null },
    });
  });

  const faces: readonly (readonly [string, NodeFace<unknown>])[] = [
    ['as it starts out', face],
    ['with a role', owned],
    ['as small as can be', { ...owned, ...least }],
    ['large', { ...face, width: 1200, height: 900 }],
    ['without a label', { ...face, label: '' }],
    ['fitted to its label', { ...owned, ...kind.fitSize(owned, 'ko') }],
  ];
  describe.each(languages)('in %s', (language) => {
    const context: DrawContext = { language, role: (id) => (id === aRole().id ? aRole() : undefined) };

    test.each(faces)('draws something inside its box, %s', (_, shown) => {
      const box = marksBox(kind.draw(shown, context));
      // Outlines, and the tip of a stage's chevron, may stick out a little.
      const around = grow({ x: 0, y: 0, width: shown.width, height: shown.height }, 8);
      expect(box, 'it draws nothing').not.toBeNull();
      if (box !== null) expect(encloses(around, box), JSON.stringify(box)).toBe(true);
    });

    test.each(faces)('is labelled inside its box, %s', (_, shown) => {
      const around = { x: 0, y: 0, width: shown.width, height: shown.height };
      expect(encloses(around, kind.labelBox(shown)), JSON.stringify(kind.labelBox(shown))).toBe(true);
      if (kind.heading !== undefined) expect(encloses(around, kind.heading(shown))).toBe(true);
    });

    test('shows its whole label in the size that fits it, and fitting never makes it smaller', () => {
      const fitted = kind.fitSize(face, language);
      expect(fitted.width).toBeGreaterThanOrEqual(face.width);
      expect(fitted.height).toBeGreaterThanOrEqual(face.height);
      const texts = kind
        .draw({ ...face, ...fitted }, context)
        .flatMap((mark) => (mark.type === 'text' ? mark.text : []));
      const shown = texts.join('').replace(/\s/g, '');
      expect(shown).toContain(label[language].replace(/\s/g, ''));
    });
  });

  test('says how it is gripped: by a heading if and only if it has one, and containers lie at the back', () => {
    expect(kind.heading !== undefined).toBe(kind.traits.grip === 'heading');
    if (kind.traits.container) expect(kind.traits).toMatchObject({ layer: 'back', grip: 'heading' });
  });
});

describe.each(edgeKindNames)('the edge kind %s', (name) => {
  const kind = edgeKinds[name];

  test('has a name in all languages, an icon and a line that can be seen', () => {
    expectLabel(kind.labelKey);
    expect(iconNames).toContain(kind.icon);
    expect(edgeHeads).toContain(kind.heads);
    expect(kind.widthPx).toBeGreaterThan(0);
    for (const dash of 'dashPx' in kind ? kind.dashPx : []) expect(dash).toBeGreaterThan(0);
  });

  test('draws a line between its two steps', () => {
    const document = aDocument({
      nodes: [aTask({ id: 'a' }), aTask({ id: 'b', x: 300 })],
      edges: [anEdge({ id: 'edge', kind: name, heads: kind.heads })],
    });
    for (const edge of document.edges.values()) {
      const box = marksBox(edgeMarks(document, edge, 'en'));
      expect(box?.width).toBeGreaterThan(100);
    }
  });
});

describe('looks', () => {
  test('tell edge kinds apart without colour', () => {
    const looks = edgeKindNames.map((name) => {
      const { widthPx, heads, ...kind } = edgeKinds[name];
      return JSON.stringify([widthPx, heads, 'dashPx' in kind ? kind.dashPx : null]);
    });
    expect(new Set(looks).size).toBe(edgeKindNames.length);
  });
});

describe('edits', () => {
  test('each have an example, random arguments to be tried with, and a name for undo', () => {
    expect(Object.keys(editCases).sort()).toEqual([...editNames].sort());
    expect(Object.keys(editArgsArbitraries).sort()).toEqual([...editNames].sort());
    for (const name of editNames) expectLabel(`edit.${name}`);
  });
});

describe.each(languages)('the language %s', (language) => {
  const keys = Object.keys(messages) as readonly MessageKey[];
  const slotsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort();

  test('says something for every message', () => {
    expect(keys.filter((key) => textOf(language, key).trim() === '')).toEqual([]);
  });

  test('puts the same slots into every message as English', () => {
    const slots = (text: string) => [...new Set(slotsOf(text))].join(' ');
    expect(keys.filter((key) => slots(textOf(language, key)) !== slots(messages[key]))).toEqual([]);
  });
});

describe.each(exportFormats)('the exporter %s', (format) => {
  const exporter = exporters[format];

  test('has a name in all languages and an extension of its own', () => {
    expectText(exporter.labelKey);
    expect(exporter.extension).toMatch(/^[a-z0-9]+$/);
    expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    expect(exportFormats.filter((other) => exporters[other].extension === exporter.extension)).toEqual([format]);
  });

  test('writes a picture of a task, and refuses to write one of nothing', async () => {
    const options = { ...defaultExportOptions, language: 'ko' } as const;
    const written = await exporter.write(aDocument({ nodes: [aTask({ label: '검토' })] }), options, exportTools);
    expect(written.ok && written.value.length).toBeGreaterThan(200);
    expect(await exporter.write(aDocument(), options, exportTools)).toEqual({ ok: false, error: { type: 'empty' } });
  });
});

describe('format versions', () => {
  test('each have files of their time that still open without a repair', () => {
    for (let version = 1; version <= versions.current; version++) {
      const folder = new URL(`tests/fixtures/v${version}/`, repository);
      expect(existsSync(folder), `tests/fixtures/v${version}`).toBe(true);
      const files = readdirSync(folder).filter((file) => file.endsWith('.roleweave'));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const opened = parseFile(readFileSync(new URL(file, folder), 'utf8'));
        expect(opened.ok && opened.value.repairs, file).toEqual([]);
      }
    }
  });
});

describe.each(actionIds)('the action %s', (id) => {
  const action = actions[id];

  test('has a name in all languages and, if any, a known icon', () => {
    // Languages are called by their own names, so not every one is Korean.
    expectText(action.labelKey);
    if (action.icon !== undefined) expect(iconNames).toContain(action.icon);
  });

  test('has shortcuts of its own that can be written in a menu', () => {
    for (const shortcut of action.shortcuts ?? []) {
      expect(actionIds.filter((other) => actions[other].shortcuts?.includes(shortcut))).toEqual([id]);
      for (const platform of ['darwin', 'win32', 'linux'] as const)
        expect(shortcutLabel(shortcut, platform)).not.toBe('');
    }
  });
});
