import { documentText } from '../../../shared/compare/documentText';
import { languages } from '../../../shared/i18n/language';
import { err, ok } from '../../../shared/util/result';
import { oneOf } from '../optionValues';
import { openProject } from '../projects';
import { type Command, exitCodes } from './command';

/** Writes what projects say as lines of text, for tools that compare lines. */
export const textCommand: Command = {
  help: (t) => t('cli.text.help'),
  options: {},
  async run(files, values, { terminal, language, t }) {
    if (files.length === 0) return err(t('cli.text.noFiles'));
    const lang = oneOf(values, 'lang', languages, t);
    if (!lang.ok) return lang;
    let hasFailed = false;
    for (const file of files) {
      const opened = await openProject(file, t);
      if (opened.ok) for (const line of documentText(opened.value.document, language, t)) terminal.out(line);
      else {
        terminal.problem(`${file}: ${opened.error}`);
        hasFailed = true;
      }
    }
    return ok(hasFailed ? exitCodes.failed : exitCodes.done);
  },
};
