import { app, type Session, type WebContents } from 'electron';
import { isAppUrl } from './addresses';

/** Before the app is ready: what Chromium would do over the network by itself. */
export function applySwitches(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // XWayland loses Hangul syllables that an input method commits; Wayland's own protocol does not.
  if (process.env.WAYLAND_DISPLAY !== undefined) {
    app.commandLine.appendSwitch('enable-wayland-ime');
    app.commandLine.appendSwitch('wayland-text-input-version', '3');
  }
}

/** The page needs nothing from the network and no permission, so it gets none, whatever it was made to ask for. */
export async function lockSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocal(details.url) }));
  // Else Chromium may look for a proxy script in the local network.
  await session.setProxy({ mode: 'direct' });
}

function isLocal(url: string): boolean {
  return ['app:', 'blob:', 'data:', 'devtools:'].some((scheme) => url.startsWith(scheme));
}

/** For every web contents that comes into being, whoever made it. */
export function lockWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
  app.on('login', (event) => event.preventDefault());
  app.on('select-client-certificate', (event) => event.preventDefault());
}

/** `about:blank` never asks (`will-navigate` is not sent for it): when it got through, our page is brought back. */
export function bringBack(contents: WebContents, load: () => void): void {
  contents.on('did-navigate', (_event, url) => {
    if (!isAppUrl(url)) load();
  });
  contents.on('did-fail-load', (_event, _code, _description, url, isMainFrame) => {
    if (isMainFrame && !isAppUrl(url)) load();
  });
}
