import type { Translate } from '../i18n/messages';
import type { ForeignFormat } from './foreignFormat';
import { type Place, shorten } from './json';

/** Why a text does not open as a project. Nothing of what is open changes. */
export type OpenError =
  | { readonly type: 'empty' }
  /** Nothing but zero bytes: what a crash during somebody's save leaves. */
  | { readonly type: 'zeroed' }
  | { readonly type: 'tooLarge'; readonly limitMiB: number }
  | { readonly type: 'notJson'; readonly line: number; readonly column: number }
  | { readonly type: 'cutShort'; readonly line: number; readonly column: number }
  | { readonly type: 'mergeConflict'; readonly line: number }
  | { readonly type: 'tooDeep'; readonly line: number; readonly column: number; readonly limit: number }
  | { readonly type: 'duplicateKey'; readonly key: string; readonly line: number; readonly column: number }
  | { readonly type: 'foreign'; readonly format: ForeignFormat }
  | { readonly type: 'notOurs' }
  | { readonly type: 'badVersion'; readonly found: string }
  | { readonly type: 'tooNew'; readonly found: number; readonly supported: number }
  | { readonly type: 'notAList'; readonly place: Place; readonly found: string }
  | { readonly type: 'tooMany'; readonly place: Place; readonly count: number; readonly limit: number }
  | { readonly type: 'textTooLong'; readonly place: Place; readonly limit: number }
  | { readonly type: 'duplicateId'; readonly id: string; readonly first: Place; readonly second: Place }
  | { readonly type: 'nestedTooDeep'; readonly place: Place; readonly limit: number };

/**
 * What was changed to make a file usable. Two rules: what we cannot read is shown as its default and kept in the file
 * until somebody changes it (`valueUnreadable`, `kindUnknown`); what we understand to be wrong is put right.
 */
export type Repair =
  | { readonly type: 'valueUnreadable'; readonly place: Place; readonly found: string; readonly used: string }
  | { readonly type: 'valueMissing'; readonly place: Place; readonly used: string }
  | { readonly type: 'kindUnknown'; readonly place: Place; readonly found: string; readonly used: string }
  | { readonly type: 'notARecord'; readonly place: Place; readonly found: string }
  | { readonly type: 'idReplaced'; readonly place: Place; readonly found: string; readonly used: string }
  | { readonly type: 'idMissing'; readonly place: Place; readonly used: string }
  | { readonly type: 'duplicateDropped'; readonly place: Place; readonly id: string }
  | { readonly type: 'textMended'; readonly place: Place }
  | { readonly type: 'keyDropped'; readonly place: Place }
  | { readonly type: 'parentMissing'; readonly place: Place; readonly id: string }
  | { readonly type: 'parentCycle'; readonly ids: readonly string[] }
  | { readonly type: 'parentNotContainer'; readonly place: Place; readonly id: string }
  | { readonly type: 'roleMissing'; readonly place: Place; readonly id: string }
  | { readonly type: 'notTaken'; readonly place: Place; readonly kind: string }
  | { readonly type: 'edgeWithoutEnds'; readonly place: Place }
  | { readonly type: 'separationWithoutSteps'; readonly place: Place }
  | { readonly type: 'imageRefused'; readonly place: Place }
  | { readonly type: 'edgeEndMissing'; readonly place: Place; readonly id: string }
  | { readonly type: 'edgeEndNotConnectable'; readonly place: Place; readonly id: string };

export type Report = (repair: Repair) => void;

/** What is wrong with the file, where, and what to do, for people. */
export function describeOpenError(error: OpenError, t: Translate): string {
  switch (error.type) {
    case 'empty':
      return t('open.empty');
    case 'zeroed':
      return t('open.zeroed');
    case 'tooLarge':
      return t('open.tooLarge', error);
    case 'notJson':
      return t('open.notJson', error);
    case 'cutShort':
      return t('open.cutShort', error);
    case 'mergeConflict':
      return t('open.mergeConflict', error);
    case 'tooDeep':
      return t('open.tooDeep', error);
    case 'duplicateKey':
      return t('open.duplicateKey', { ...error, key: shorten(error.key) });
    case 'foreign':
      return t('open.foreign', { format: t(`foreignFormat.${error.format}`) });
    case 'notOurs':
      return t('open.notOurs');
    case 'badVersion':
      return t('open.badVersion', error);
    case 'tooNew':
      return t('open.tooNew', error);
    case 'notAList':
      return t('open.notAList', error);
    case 'tooMany':
      return t('open.tooMany', error);
    case 'textTooLong':
      return t('open.textTooLong', error);
    case 'duplicateId':
      return t('open.duplicateId', error);
    case 'nestedTooDeep':
      return t('open.nestedTooDeep', error);
  }
}

/** What was changed and where, for the list that is shown after opening. */
export function describeRepair(repair: Repair, t: Translate): string {
  switch (repair.type) {
    case 'valueUnreadable':
      return t('repair.valueUnreadable', repair);
    case 'valueMissing':
      return t('repair.valueMissing', repair);
    case 'kindUnknown':
      return t('repair.kindUnknown', repair);
    case 'notARecord':
      return t('repair.notARecord', repair);
    case 'idReplaced':
      return t('repair.idReplaced', repair);
    case 'idMissing':
      return t('repair.idMissing', repair);
    case 'duplicateDropped':
      return t('repair.duplicateDropped', repair);
    case 'textMended':
      return t('repair.textMended', repair);
    case 'keyDropped':
      return t('repair.keyDropped', repair);
    case 'parentMissing':
      return t('repair.parentMissing', repair);
    case 'parentCycle':
      return t('repair.parentCycle', { ids: listed(repair.ids) });
    case 'parentNotContainer':
      return t('repair.parentNotContainer', repair);
    case 'roleMissing':
      return t('repair.roleMissing', repair);
    case 'notTaken':
      return t('repair.notTaken', repair);
    case 'edgeWithoutEnds':
      return t('repair.edgeWithoutEnds', repair);
    case 'separationWithoutSteps':
      return t('repair.separationWithoutSteps', repair);
    case 'imageRefused':
      return t('repair.imageRefused', repair);
    case 'edgeEndMissing':
      return t('repair.edgeEndMissing', repair);
    case 'edgeEndNotConnectable':
      return t('repair.edgeEndNotConnectable', repair);
  }
}

const SHOWN_IDS = 8;

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, SHOWN_IDS).map((id) => `"${shorten(id)}"`);
  return ids.length > SHOWN_IDS ? `${shown.join(', ')}, … (${ids.length})` : shown.join(', ');
}
