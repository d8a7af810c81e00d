import { languages } from '../../../shared/i18n/language';
import { wordsIn } from '../../../shared/model/localizedText';
import { roleNamed, rolesInOrder } from '../../../shared/model/query';
import { roleSheet, roleSheetMarkdown } from '../../../shared/tables/roleSheet';
import { err, ok } from '../../../shared/util/result';
import { oneOf, textOf } from '../optionValues';
import { openProject } from '../projects';
import { type Command, exitCodes } from './command';

/** Writes what a project says of a role, or of every role, as Markdown. */
export const sheetCommand: Command = {
  help: (t) => t('cli.sheet.help'),
  options: { role: { type: 'string' } },
  async run(files, values, { terminal, language, t }) {
    const [file, ...more] = files;
    if (file === undefined || more.length > 0) return err(t('cli.sheet.oneFile'));
    const lang = oneOf(values, 'lang', languages, t);
    if (!lang.ok) return lang;
    const opened = await openProject(file, t);
    if (!opened.ok) {
      terminal.problem(`${file}: ${opened.error}`);
      return ok(exitCodes.failed);
    }
    const { document } = opened.value;
    const asked = textOf(values, 'role');
    const all = rolesInOrder(document.roles);
    const role = asked === undefined ? undefined : roleNamed(document, asked);
    if (asked !== undefined && role === undefined) {
      const known = all.map(({ name }) => wordsIn(name, language)).join(', ');
      terminal.problem(`${file}: ${t('cli.noRole', { role: asked, known })}`);
      return ok(exitCodes.failed);
    }
    for (const { id } of role === undefined ? all : [role]) {
      const sheet = roleSheet(document, id, language, t);
      if (sheet !== undefined) terminal.out(roleSheetMarkdown(sheet, t));
    }
    return ok(exitCodes.done);
  },
};
