/**
 * Pictures of the review page in every state: `tsx scripts/page-shots.ts [part of a name ...]` writes them to out/page.
 * Dark and light in wide and narrow, high contrast, and zoomed to 200 %.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root, Studio } from '../test/page/page.js';
import type { Look } from '../test/page/page.js';
import { scenes } from '../test/page/scenes.js';

const wanted = process.argv.slice(2);
const looks: Readonly<Record<string, Look>> = {
  'dark-wide': { theme: 'dark' },
  'light-wide': { theme: 'light' },
  'contrast-wide': { theme: 'contrast' },
  'contrast-light-wide': { theme: 'contrast-light' },
  'dark-narrow': { theme: 'dark', width: 320 },
  'light-narrow': { theme: 'light', width: 320 },
  'contrast-narrow': { theme: 'contrast', width: 320 },
  'dark-zoom': { theme: 'dark', zoom: 2 },
  'light-300': { theme: 'light', width: 300, height: 600 },
  'dark-beside': { theme: 'dark', width: 510, height: 760 },
  'dark-1600': { theme: 'dark', width: 1600, height: 900 },
};

const folder = join(root, 'out/page');
await mkdir(folder, { recursive: true });
const studio = await Studio.open();
let made = 0;
for (const { name, scene, keys = [], act } of scenes) {
  for (const [look, settings] of Object.entries(looks)) {
    const picture = `${name}-${look}`;
    if (wanted.length > 0 && !wanted.some((part) => picture.includes(part))) continue;
    const shown = await studio.show(scene, settings);
    if (!scene.stuck) await shown.ready();
    await shown.press(...keys);
    await act?.(shown);
    await shown.page.waitForTimeout(400);
    await shown.page.screenshot({ path: join(folder, `${picture}.png`) });
    if (shown.errors.length > 0) console.log(picture, shown.errors);
    await shown.close();
    made++;
  }
}
await studio.close();
console.log(`${made} pictures in ${folder}`);
