import type { ActionId } from '../../renderer/actions/index';
import { runAction } from '../../renderer/actions/runAction';
import { createMemoryBridge, type MemoryBridge, type MemoryHost } from '../../renderer/platform/memoryBridge';
import { createAppStore } from '../../renderer/state/appStore';
import { createSession } from '../../renderer/state/createSession';
import type { AppServices } from '../../renderer/state/hooks';
import type { OpenDocument } from '../../renderer/state/session';
import { serializeFile } from '../../shared/file/serialize';
import type { Point } from '../../shared/geometry/box';
import type { DocumentHandle, Question, StartInfo } from '../../shared/ipc/contract';
import { type DiagramDocument, emptyDocument } from '../../shared/model/document';
import { invariant } from '../../shared/util/invariant';
import { ok } from '../../shared/util/result';
import { pngOf } from './pictures';
// Loaded by its first use otherwise, which in a test may come after its end.
import '../../renderer/workers/edgeRouteWork';

/** A window without a page: the real stores, session and actions over files in memory. */
export interface TestWindow {
  readonly services: AppServices;
  readonly bridge: MemoryBridge;
  /** Everything that was asked in a message box. */
  readonly questions: readonly Question[];
  /** The next question is answered by this button. */
  answer(...labels: readonly string[]): void;
  /** The next "save as" gets this name; `null`: cancelled. */
  nameNext(name: string | null): void;
  clipboard: string;
  clipboardImage: Uint8Array | null;
  run(id: ActionId, at?: Point): Promise<boolean>;
  active(): OpenDocument;
  shown(): DiagramDocument;
  /** Puts a project file on the disk. */
  write(document: DiagramDocument, name?: string): DocumentHandle;
  notices(): readonly string[];
}

export function openWindow(start: Partial<StartInfo> = {}): TestWindow {
  const questions: Question[] = [];
  const answers: string[] = [];
  const names: (string | null)[] = [];
  const host: MemoryHost = {
    choose: async () => [],
    choosePictures: async () => [{ name: 'red.png', bytes: ok(pngOf(40, 20, [200, 30, 60])) }],
    chooseTable: async () => null,
    async ask(question) {
      questions.push(question);
      const label = answers.shift();
      invariant(label !== undefined, `nobody expected to be asked "${question.message}"`);
      const index = question.buttons.indexOf(label);
      invariant(index >= 0, `"${label}" is one of ${question.buttons.join(', ')}`);
      return index;
    },
    async askName(suggestedName) {
      const name = names.shift();
      return name === undefined ? suggestedName : name;
    },
    deliver: () => {},
    rasterize: async () => ({ ok: false, error: { type: 'failed', cause: 'nothing paints here' } }),
    readClipboard: async () => view.clipboard,
    readClipboardImage: async () => view.clipboardImage,
    async writeClipboard(text) {
      view.clipboard = text;
    },
    showState: () => {},
    close: () => {},
    command: async () => {},
    openWindow: () => {},
    print: () => {},
    openLink: () => {},
  };
  const bridge = createMemoryBridge(host, start);
  const app = createAppStore(bridge.start);
  const services: AppServices = { app, bridge, session: createSession(bridge, app) };
  const view: TestWindow = {
    services,
    bridge,
    questions,
    clipboard: '',
    clipboardImage: null,
    answer: (...labels) => void answers.push(...labels),
    nameNext: (name) => void names.push(name),
    run: (id, at) => runAction(id, services, at),
    active() {
      const open = services.session.active();
      invariant(open !== null, 'a document is open');
      return open;
    },
    shown: () => view.active().editor.getState().history.present.document,
    write: (document, name = 'plan.roleweave') => bridge.addFile({ name, text: serializeFile(document) }),
    notices: () => app.getState().notices.map(({ text }) => text),
  };
  return view;
}

/** A window in which a document is open that has no file. */
export function openWith(document: DiagramDocument = emptyDocument, start: Partial<StartInfo> = {}): TestWindow {
  const view = openWindow(start);
  view.services.session.add(document);
  return view;
}
