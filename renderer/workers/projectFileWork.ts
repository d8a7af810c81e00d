import { parseFile } from '../../shared/file/parse';

/** What the worker for project files can do. */
export const projectFileWork = {
  parse: (text: string) => parseFile(text),
};
