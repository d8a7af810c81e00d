declare module '*.roleweave?document' {
  import type { DiagramDocument } from '../../shared/model/document';

  export const document: DiagramDocument;
}
