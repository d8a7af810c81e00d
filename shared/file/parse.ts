import type { DiagramDocument } from '../model/document';
import { err, ok, type Result } from '../util/result';
import { foreignJsonFormat, foreignTextFormat } from './foreignFormat';
import { FORMAT, isOurSchemaName } from './format';
import { cleanJson, isJsonObject, type JsonObject, shownValue } from './json';
import { limits } from './limits';
import { migrated, versions as ourVersions, type Versions } from './migrations/index';
import type { OpenError, Repair } from './problems';
import { readContents } from './readContents';
import { type JsonFault, positionAt, scanJson } from './scanJson';

export interface Parsed {
  readonly document: DiagramDocument;
  /** What was changed to make the file usable; people see the list before they save. */
  readonly repairs: readonly Repair[];
  /** The version that wrote the file, when it was an older one. */
  readonly migratedFrom: number | null;
}

/**
 * A project from the text of a file. Never throws and never hangs, whatever the text: files come from mail and the
 * web, from merges and from other programs. What can be put right without guessing is, and is reported.
 */
export function parseFile(text: string, versions: Versions = ourVersions): Result<Parsed, OpenError> {
  const repairs: Repair[] = [];
  const json = readJson(text, repairs);
  if (!json.ok) return json;
  const envelope = checkEnvelope(json.value, versions.current);
  if (!envelope.ok) return envelope;
  const { project, version } = envelope.value;
  const current = migrated(project, version, versions);
  const contents = readContents(current, envelopeFields(current));
  if (!contents.ok) return contents;
  return ok({
    document: contents.value.document,
    repairs: [...repairs, ...contents.value.repairs],
    migratedFrom: version === versions.current ? null : version,
  });
}

/**
 * The JSON value of a text within our limits, free of what could do harm; cleaning goes to `repairs`. For every text
 * from outside: files, the clipboard, the recovery journal.
 */
export function readJson(text: string, repairs: Repair[]): Result<unknown, OpenError> {
  // Bytes were counted before they became text; a text never has more characters than it had bytes.
  if (text.length > limits.fileMiB * 1024 * 1024) return err({ type: 'tooLarge', limitMiB: limits.fileMiB });
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return err({ type: 'empty' });
  if (json.startsWith('\0') && /^\p{Cc}+$/u.test(json)) return err({ type: 'zeroed' });
  const scan = scanJson(json, limits.depth);
  if (!scan.ok) return err(faultError(json, scan.error));
  const value: unknown = JSON.parse(json);
  return ok(scan.value.suspicious ? cleanJson(value, '', (repair) => repairs.push(repair)) : value);
}

function faultError(text: string, fault: JsonFault): OpenError {
  const position = positionAt(text, fault.offset);
  switch (fault.type) {
    case 'tooDeep':
      return { type: 'tooDeep', limit: limits.depth, ...position };
    case 'duplicateKey':
      return { type: 'duplicateKey', key: fault.key, ...position };
    case 'cutShort':
      return { type: 'cutShort', ...position };
    case 'syntax': {
      const conflict = /^<{7}(?: |\r?$)/m.exec(text);
      if (conflict !== null) return { type: 'mergeConflict', line: positionAt(text, conflict.index).line };
      const format = foreignTextFormat(text);
      return format === null ? { type: 'notJson', ...position } : { type: 'foreign', format };
    }
  }
}

function checkEnvelope(
  value: unknown,
  current: number,
): Result<{ readonly project: JsonObject; readonly version: number }, OpenError> {
  const format = foreignJsonFormat(value);
  if (format !== null) return err({ type: 'foreign', format });
  if (!isJsonObject(value) || value.format !== FORMAT) return err({ type: 'notOurs' });
  const version = value.version;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err({ type: 'badVersion', found: version === undefined ? '–' : shownValue(version) });
  }
  if (version > current) return err({ type: 'tooNew', found: version, supported: current });
  return ok({ project: value, version });
}

/** A schema of somebody's own choice stays in the file. */
function envelopeFields(project: JsonObject): ReadonlySet<string> {
  return new Set(isOurSchemaName(project.$schema) ? ['format', 'version', '$schema'] : ['format', 'version']);
}
