// The first thing everybody sees comes with the app's own code; the others when somebody asks for them.
import { document as roleCollaboration } from '../../assets/templates/role-collaboration.roleweave?document';
import type { MessageKey } from '../../shared/i18n/messages';
import { type DiagramDocument, emptyDocument } from '../../shared/model/document';

/** A diagram to start from. What is made of it has no file. */
export interface Template {
  readonly labelKey: MessageKey;
  readonly aboutKey: MessageKey;
  load(): Promise<DiagramDocument>;
}

/** What File > New offers, in this order. A new one is its file and an entry here. */
export const templates = {
  roleCollaboration: {
    labelKey: 'template.roleCollaboration',
    aboutKey: 'template.roleCollaboration.about',
    load: async () => roleCollaboration,
  },
  smallTeam: {
    labelKey: 'template.smallTeam',
    aboutKey: 'template.smallTeam.about',
    load: async () => (await import('../../assets/templates/small-team.roleweave?document')).document,
  },
  empty: {
    labelKey: 'template.empty',
    aboutKey: 'template.empty.about',
    load: async () => emptyDocument,
  },
  hiring: {
    labelKey: 'template.hiring',
    aboutKey: 'template.hiring.about',
    load: async () => (await import('../../assets/templates/hiring.roleweave?document')).document,
  },
  release: {
    labelKey: 'template.release',
    aboutKey: 'template.release.about',
    load: async () => (await import('../../assets/templates/release-train.roleweave?document')).document,
  },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateId = keyof typeof templates;
export const templateIds = Object.keys(templates) as readonly TemplateId[];
