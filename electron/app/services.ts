import type { Translate } from '../../shared/i18n/messages';
import type { RecoveryKey } from '../../shared/ipc/contract';
import type { DocumentFiles } from '../node/documentFiles';
import type { RecentFiles } from '../node/recentFiles';
import type { Recovery } from '../node/recovery';
import type { SettingsFile } from '../node/settings';
import type { Windows } from './windows';

/** What the handlers work with; made once, in `main.ts`. */
export interface Services {
  readonly files: DocumentFiles;
  readonly recent: RecentFiles;
  readonly recovery: Recovery;
  readonly settings: SettingsFile;
  readonly windows: Windows;
  /** The luggage of documents that one window has let go of and no other has taken yet. */
  readonly moving: Map<RecoveryKey, string>;
  /** In the language that is set now. */
  readonly t: Translate;
  /** `out/assets`: fonts, licences. */
  readonly assetsFolder: string;
}
