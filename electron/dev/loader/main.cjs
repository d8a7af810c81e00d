// The registry-hosted runtime carries no default_app.asar, so `electron FOLDER` would start nothing. This does what the
// default app does for a folder: tells Electron which app it is and loads that app's main file.
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');
const { app } = require('electron');

const appDir = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (appDir === undefined) {
  console.error('usage: electron APP_FOLDER [FILE...]');
  process.exit(2);
}
const appPath = resolve(appDir);
const manifest = JSON.parse(readFileSync(resolve(appPath, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setVersion(manifest.version);
app.setName(manifest.productName ?? manifest.name);
app.setAppPath(appPath);
require(resolve(appPath, manifest.main));
