import { loadMessages } from '../../renderer/state/messages';
import { languages } from '../../shared/i18n/language';

// As a window has them once its first picture is there.
await Promise.all(languages.map(loadMessages));
