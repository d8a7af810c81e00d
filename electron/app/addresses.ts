const appOrigin = 'app://main';
export const appUrl = `${appOrigin}/index.html`;

/** Whether the page shown is ours. */
export function isAppUrl(url: string): boolean {
  return url.startsWith(`${appOrigin}/`);
}

/**
 * The path inside the page's folder that an address stands for; `null` for any other. What the build emits has plain
 * names, so every other character is refused before anything could read it in two ways.
 */
export function servedPath(url: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'app:' || parsed.host !== 'main') return null;
  if (parsed.pathname === '/' || parsed.pathname === '') return 'index.html';
  const path = parsed.pathname.slice(1);
  const segments = path.split('/');
  return segments.every((segment) => /^[A-Za-z0-9_@-][A-Za-z0-9_.@-]*$/.test(segment)) ? path : null;
}

/** The address as a person should see it before it is opened elsewhere; `null` for what is never opened. */
export function externalUrl(url: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (url.length > 2048 || /[\u0000-\u0020\u007f-\u009f]/.test(url)) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (!['http:', 'https:', 'mailto:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  return parsed.href.length > 2048 ? null : parsed.href;
}
