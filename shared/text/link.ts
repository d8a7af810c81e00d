/** As long as the main process opens. */
const MAX_CHARS = 2_048;
/** No name or password before the host: people would be shown one address and led to another. */
const web = /^https?:\/\/(?![^/?#]*@)[^\s<>"'`\\]+$/i;
const mail = /^mailto:[^\s<>"'`\\/]+$/i;
/** Of this diagram, by its id. */
const step = /^step:([^\s()[\]<>"'`\\]{1,64})$/;
/** From the folder of the file that holds the link, with slashes on every system; a space is `%20`. */
const project = /^(\.{1,2}\/[^\s<>"'`\\:?#()]+\.(?:roleweave|json))(?:#([^\s()[\]<>"'`\\]{1,64}))?$/i;

export type LinkTarget =
  | { readonly type: 'web'; readonly address: string }
  | { readonly type: 'step'; readonly id: string }
  | { readonly type: 'file'; readonly path: string; readonly stepId: string | null };

/** Where an address leads that may be offered to be opened; `null` for any other. */
export function linkTarget(address: string): LinkTarget | null {
  if (address.length > MAX_CHARS) return null;
  if (web.test(address) || mail.test(address)) return { type: 'web', address };
  const [, id] = step.exec(address) ?? [];
  if (id !== undefined) return { type: 'step', id };
  const [, path, stepId = null] = project.exec(address) ?? [];
  return path === undefined ? null : { type: 'file', path: path.replaceAll('%20', ' '), stepId };
}

/** An address that may be offered to be opened, else `null`. */
export function safeLink(address: string): string | null {
  return linkTarget(address) === null ? null : address;
}

export const linkToStep = (id: string): string => `step:${id}`;

/** A text whose links to steps lead to what those have become, as where steps were copied together. */
export function withStepLinks(source: string, renamed: ReadonlyMap<string, string>): string {
  return source.replace(/\]\(step:([^\s()]+)\)/g, (whole, id: string) => {
    const now = renamed.get(id);
    return now === undefined ? whole : `](${linkToStep(now)})`;
  });
}
