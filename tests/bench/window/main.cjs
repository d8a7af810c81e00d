// An Electron app with one window that is all but empty: what the runtime itself costs. With ROLEWEAVE_BENCH_MAIN it
// loads that program in its place, so that both are started and timed by the same code.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

const { ROLEWEAVE_BENCH_MAIN: mainFile, ROLEWEAVE_BENCH_TIME_START: timesStart } = process.env;

/** Runs in the page: when it began to load and when it said that it can be used, in ms since the epoch. */
const untilReady = `new Promise((done) => {
  const root = document.documentElement;
  const tell = () => done({ pageMs: Math.round(performance.timeOrigin), readyMs: Date.now() });
  if (root.dataset.ready) tell();
  else new MutationObserver(tell).observe(root, { attributeFilter: ['data-ready'] });
})`;

if (timesStart) {
  const programMs = Date.now();
  app.on('web-contents-created', (_event, contents) => {
    const windowMs = Date.now();
    contents.once('dom-ready', async () => {
      const ofPage = await contents.executeJavaScript(untilReady);
      console.log(`bench: ${JSON.stringify({ programMs, windowMs, ...ofPage })}`);
      app.exit(0);
    });
  });
}

if (mainFile) require(mainFile);
else {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(() => {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      useContentSize: true,
      webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
    });
    return window.loadFile(join(__dirname, 'empty.html'));
  });
}
