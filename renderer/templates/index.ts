// The first thing everybody sees comes with the app's own code; the others when somebody asks for them.
import roleCollaboration from '../../assets/templates/role-collaboration.roleweave?raw';
import { parseFile } from '../../shared/file/parse';
import type { MessageKey } from '../../shared/i18n/messages';
import { type DiagramDocument, emptyDocument } from '../../shared/model/document';
import { invariant } from '../../shared/util/invariant';

/** A diagram to start from. What is made of it has no file. */
export interface Template {
  readonly labelKey: MessageKey;
  readonly aboutKey: MessageKey;
  load(): Promise<DiagramDocument>;
}

/** Built-in files are tested; one that does not open is a bug of ours. */
function parseBuiltIn(text: string): DiagramDocument {
  const parsed = parseFile(text);
  invariant(parsed.ok && parsed.value.repairs.length === 0, 'a template that is shipped opens as it is');
  return parsed.value.document;
}

/** What File > New offers, in this order. A new one is its file and an entry here. */
export const templates = {
  roleCollaboration: {
    labelKey: 'template.roleCollaboration',
    aboutKey: 'template.roleCollaboration.about',
    load: async () => parseBuiltIn(roleCollaboration),
  },
  smallTeam: {
    labelKey: 'template.smallTeam',
    aboutKey: 'template.smallTeam.about',
    load: async () => parseBuiltIn((await import('../../assets/templates/small-team.roleweave?raw')).default),
  },
  empty: {
    labelKey: 'template.empty',
    aboutKey: 'template.empty.about',
    load: async () => emptyDocument,
  },
  hiring: {
    labelKey: 'template.hiring',
    aboutKey: 'template.hiring.about',
    load: async () => parseBuiltIn((await import('../../assets/templates/hiring.roleweave?raw')).default),
  },
  release: {
    labelKey: 'template.release',
    aboutKey: 'template.release.about',
    load: async () => parseBuiltIn((await import('../../assets/templates/release-train.roleweave?raw')).default),
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateId = keyof typeof templates;
export const templateIds = Object.keys(templates) as readonly TemplateId[];
