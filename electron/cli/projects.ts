import { homedir } from 'node:os';
import { limits } from '../../shared/file/limits';
import { type Parsed, parseFile } from '../../shared/file/parse';
import { describeOpenError } from '../../shared/file/problems';
import type { Translate } from '../../shared/i18n/messages';
import { fileErrorMessage } from '../../shared/ipc/fileErrorMessage';
import { err, type Result } from '../../shared/util/result';
import { createDocumentFiles } from '../node/documentFiles';

// Commands only read projects, so there is never an older version to keep.
const files = createDocumentFiles({
  backups: { keep: async () => {}, folderOf: () => '' },
  maxBytes: limits.fileMiB * 2 ** 20,
  homeFolder: homedir(),
});

/** Reads a project; the error is a sentence for people. */
export async function openProject(path: string, t: Translate): Promise<Result<Parsed, string>> {
  const opened = await files.open(await files.handleFor(path));
  if (!opened.ok) return err(fileErrorMessage(opened.error, t));
  const parsed = parseFile(opened.value.text);
  return parsed.ok ? parsed : err(describeOpenError(parsed.error, t));
}
