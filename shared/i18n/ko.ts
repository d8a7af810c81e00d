import type { en } from './en';
import { actionsMessages } from './ko/actions';
import { appMessages } from './ko/app';
import { arrangingMessages } from './ko/arranging';
import { canvasMessages } from './ko/canvas';
import { compareMessages } from './ko/compare';
import { documentMessages } from './ko/document';
import { exportMessages } from './ko/export';
import { figuresMessages } from './ko/figures';
import { fileMessages } from './ko/file';
import { findMessages } from './ko/find';
import { handoffsMessages } from './ko/handoffs';
import { lanesMessages } from './ko/lanes';
import { legendMessages } from './ko/legend';
import { outlineMessages } from './ko/outline';
import { pagesMessages } from './ko/pages';
import { panelsMessages } from './ko/panels';
import { pathsMessages } from './ko/paths';
import { peopleMessages } from './ko/people';
import { picturesMessages } from './ko/pictures';
import { printMessages } from './ko/print';
import { problemsMessages } from './ko/problems';
import { raciMessages } from './ko/raci';
import { settingsMessages } from './ko/settings';
import { sheetMessages } from './ko/sheet';
import { takersMessages } from './ko/takers';
import { textMessages } from './ko/text';
import { viewsMessages } from './ko/views';
import { whatIfMessages } from './ko/whatIf';

export const ko: Readonly<Record<keyof typeof en, string>> = {
  ...actionsMessages,
  ...compareMessages,
  ...appMessages,
  ...arrangingMessages,
  ...canvasMessages,
  ...documentMessages,
  ...exportMessages,
  ...figuresMessages,
  ...fileMessages,
  ...handoffsMessages,
  ...lanesMessages,
  ...legendMessages,
  ...findMessages,
  ...outlineMessages,
  ...pagesMessages,
  ...panelsMessages,
  ...picturesMessages,
  ...pathsMessages,
  ...peopleMessages,
  ...printMessages,
  ...problemsMessages,
  ...raciMessages,
  ...takersMessages,
  ...textMessages,
  ...settingsMessages,
  ...sheetMessages,
  ...viewsMessages,
  ...whatIfMessages,
};
