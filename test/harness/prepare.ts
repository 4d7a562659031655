/** Installs what the tests in a real editor need into .vscode-test/, so that no test has to wait for it. */
import { installBrowser } from './browser.js';
import { installEditor, installVsce } from './install.js';
import { newest, oldest } from './versions.js';

const started = performance.now();
await Promise.all([installEditor(newest), installEditor(oldest), installBrowser(), installVsce()]);
console.log(
  `The editors and the browser are there after ${((performance.now() - started) / 1000).toFixed(0)} s.`,
);
