import { actionsMessages } from './en/actions';
import { appMessages } from './en/app';
import { arrangingMessages } from './en/arranging';
import { canvasMessages } from './en/canvas';
import { compareMessages } from './en/compare';
import { documentMessages } from './en/document';
import { exportMessages } from './en/export';
import { figuresMessages } from './en/figures';
import { fileMessages } from './en/file';
import { findMessages } from './en/find';
import { handoffsMessages } from './en/handoffs';
import { lanesMessages } from './en/lanes';
import { legendMessages } from './en/legend';
import { outlineMessages } from './en/outline';
import { pagesMessages } from './en/pages';
import { panelsMessages } from './en/panels';
import { pathsMessages } from './en/paths';
import { peopleMessages } from './en/people';
import { picturesMessages } from './en/pictures';
import { printMessages } from './en/print';
import { problemsMessages } from './en/problems';
import { raciMessages } from './en/raci';
import { settingsMessages } from './en/settings';
import { sheetMessages } from './en/sheet';
import { takersMessages } from './en/takers';
import { textMessages } from './en/text';
import { viewsMessages } from './en/views';
import { whatIfMessages } from './en/whatIf';

/** The source of all message keys but those of the command line, which no window has to load; one file an area. */
export const en = {
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
} as const;
