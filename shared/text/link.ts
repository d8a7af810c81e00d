/** As long as the main process opens. */
const MAX_CHARS = 2_048;
/** No name or password before the host: people would be shown one address and led to another. */
const web = /^https?:\/\/(?![^/?#]*@)[^\s<>"'`\\]+$/i;
const mail = /^mailto:[^\s<>"'`\\/]+$/i;

/** An address that may be offered to be opened (`http`, `https`, `mailto`), else `null`. */
export function safeLink(address: string): string | null {
  if (address.length > MAX_CHARS) return null;
  return web.test(address) || mail.test(address) ? address : null;
}
