import * as z from 'zod/mini';
import { limits } from '../../shared/file/limits';
import { languages } from '../../shared/i18n/language';
import {
  type DocumentHandle,
  exportFormats,
  type FileStamp,
  type MenuEntry,
  type Question,
  type RecoveryKey,
  type Requests,
  type WindowState,
} from '../../shared/ipc/contract';
import type { InternalRequests } from '../../shared/ipc/internal';
import { gridSteps, isShortcut, leftPages, MOST_SHORTCUTS, type Settings } from '../../shared/ipc/settings';
import { edgeRoutings } from '../../shared/model/document';
import { edgeKindNames } from '../../shared/model/edgeKinds';
import { isRecoveryKey } from '../node/recovery';

type AllRequests = Requests & InternalRequests;

/**
 * What each channel takes: the page is not trusted to send what its types say. Keyed by the contract, so a channel
 * without a check does not compile. Every list and text has an end.
 */
export const argumentChecks: { readonly [K in keyof AllRequests]: z.ZodMiniType<Parameters<AllRequests[K]>> } = {
  'app.start': none(),
  'app.licences': none(),
  'file.choose': none(),
  'file.open': z.tuple([handle()]),
  'file.read': z.tuple([handle()]),
  'file.beside': z.tuple([handle(), text(2_048)]),
  'file.save': z.tuple([handle(), projectText(), guard()]),
  'file.saveAs': z.tuple([anyText(), projectText()]),
  'file.stamp': z.tuple([handle()]),
  'file.close': z.tuple([handle()]),
  'file.recent': none(),
  'file.clearRecent': none(),
  'image.choose': z.tuple([anyText()]),
  'table.choose': none(),
  'export.save': z.tuple([z.enum(exportFormats), anyText(), bytes()]),
  'image.rasterize': z.tuple([text(limits.fileMiB * 2 ** 20), z.number().check(z.gte(0.1), z.lte(8))]),
  'clipboard.writeText': z.tuple([projectText()]),
  'clipboard.readText': none(),
  'clipboard.writeImage': z.tuple([bytes()]),
  'clipboard.readImage': none(),
  'settings.set': z.tuple([settings()]),
  'recovery.snapshot': z.tuple([
    recoveryKey(),
    z.strictObject({ name: anyText(), handle: z.nullable(handle()), stamp: z.nullable(stamp()) }),
    projectText(),
  ]),
  'recovery.append': z.tuple([recoveryKey(), z.array(projectText()).check(z.maxLength(10_000))]),
  'recovery.drop': z.tuple([recoveryKey()]),
  'tab.move': z.tuple([
    recoveryKey(),
    z.nullable(handle()),
    z.union([z.enum(['new', 'other']), z.strictObject({ screenX: z.number(), screenY: z.number() })]),
    projectText(),
  ]),
  'dialog.ask': z.tuple([question()]),
  'window.setState': z.tuple([windowState()]),
  'window.setTabs': z.tuple([
    z.array(z.strictObject({ key: recoveryKey(), handle: z.nullable(handle()) })).check(z.maxLength(1_000)),
    z.nullable(recoveryKey()),
  ]),
  'window.setMenu': z.tuple([menu()]),
  'window.new': none(),
  'window.close': none(),
  'window.keepOpen': none(),
  'window.print': z.tuple([z.enum(['landscape', 'portrait'])]),
  'window.toPdf': z.tuple([z.enum(['landscape', 'portrait'])]),
  'window.setFullScreen': z.tuple([z.boolean()]),
  'window.command': z.tuple([z.enum(['toggleFullScreen', 'toggleDeveloperTools', 'reload', 'quit'])]),
  'link.open': z.tuple([text(4_000)]),
  'internal.dropped': z.tuple([text(32_768)]),
  'internal.closingHeard': z.tuple([z.boolean()]),
};

function none(): z.ZodMiniType<[]> {
  return z.tuple([]);
}

function text(maxChars: number): z.ZodMiniType<string> {
  return z.string().check(z.maxLength(maxChars));
}

/** What people wrote, such as a title; it is cut where it is shown. */
function anyText(): z.ZodMiniType<string> {
  return text(4 * limits.textChars);
}

function projectText(): z.ZodMiniType<string> {
  return text(limits.fileMiB * 2 ** 20);
}

function bytes(): z.ZodMiniType<Uint8Array> {
  return z.instanceof(Uint8Array).check(z.refine((value) => value.byteLength <= 2 ** 29));
}

// Branded strings are made here, where a text proves to be one.
function handle(): z.ZodMiniType<DocumentHandle> {
  return text(64) as unknown as z.ZodMiniType<DocumentHandle>;
}

function stamp(): z.ZodMiniType<FileStamp> {
  return text(128) as unknown as z.ZodMiniType<FileStamp>;
}

function recoveryKey(): z.ZodMiniType<RecoveryKey> {
  return z.string().check(z.refine(isRecoveryKey)) as unknown as z.ZodMiniType<RecoveryKey>;
}

function guard(): z.ZodMiniType<Parameters<Requests['file.save']>[2]> {
  return z.union([z.literal('overwrite'), z.strictObject({ ifStamp: stamp() })]);
}

function settings(): z.ZodMiniType<Settings> {
  return z.strictObject({
    language: z.enum(['system', ...languages]),
    theme: z.enum(['system', 'light', 'dark']),
    panels: z.strictObject({ left: z.boolean(), right: z.boolean(), minimap: z.boolean(), page: z.enum(leftPages) }),
    grid: z.strictObject({ show: z.boolean(), snap: z.boolean(), step: z.literal(gridSteps) }),
    edges: z.strictObject({ kind: z.enum(edgeKindNames), routing: z.enum(edgeRoutings) }),
    reopen: z.boolean(),
    autosave: z.boolean(),
    shortcuts: z
      .record(text(100), z.array(z.string().check(z.refine(isShortcut))).check(z.maxLength(MOST_SHORTCUTS)))
      .check(z.refine((changed) => Object.keys(changed).length <= 1000)),
  });
}

function question(): z.ZodMiniType<Question> {
  const index = z.int().check(z.gte(0), z.lte(7));
  return z
    .strictObject({
      tone: z.enum(['question', 'warning', 'error', 'info']),
      message: anyText(),
      detail: z.exactOptional(anyText()),
      buttons: z.array(anyText()).check(z.minLength(1), z.maxLength(8)),
      defaultButton: index,
      cancelButton: index,
    })
    .check(
      z.refine(({ buttons, defaultButton, cancelButton }) => Math.max(defaultButton, cancelButton) < buttons.length),
    );
}

function windowState(): z.ZodMiniType<WindowState> {
  return z.strictObject({ title: anyText(), edited: z.boolean(), handle: z.nullable(handle()) });
}

/** Four levels of menus, each spelled out: a recursive schema would follow any depth. */
function menu(): z.ZodMiniType<MenuEntry[]> {
  let items: z.ZodMiniType<MenuEntry[]> = z.array(z.never());
  for (let level = 0; level < 4; level++) {
    items = z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('separator') }),
          z.strictObject({ type: z.literal('submenu'), id: text(200), label: anyText(), items }),
          z.strictObject({
            type: z.literal('action'),
            id: text(200),
            label: anyText(),
            accelerator: z.exactOptional(text(100)),
            enabled: z.boolean(),
            checked: z.exactOptional(z.boolean()),
          }),
        ]),
      )
      .check(z.maxLength(200));
  }
  return items;
}
