import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Studio, themes } from './page.js';
import type { Shown } from './page.js';
import { scenes } from './scenes.js';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What axe has to say against the page as it is shown; `rules`: these alone. */
async function findings({ page }: Shown, rules?: readonly string[]): Promise<string[]> {
  const violations = await page.evaluate(async (only) => {
    const axe = Reflect.get(window, 'axe') as { run(options: object): Promise<{ violations: Finding[] }> };
    const given = only ? { runOnly: { type: 'rule', values: only } } : {};
    return (await axe.run({ resultTypes: ['violations'], ...given })).violations;
  }, rules);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`,
  );
}

describe('review page for those who do not see it or see it otherwise', function () {
  this.timeout(240_000);
  let studio: Studio;
  let axe: string;
  before(async () => {
    studio = await Studio.open();
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });
  after(() => studio.close());

  for (const { name, scene, keys = [], act } of scenes) {
    it(`has no fault that axe finds: ${name}`, async () => {
      const shown = await studio.show(scene, { theme: 'dark', reducedMotion: true });
      if (!scene.stuck) await shown.ready();
      await shown.press(...keys);
      await act?.(shown);
      await shown.page.evaluate(axe);
      const all: string[] = [];
      for (const width of [1200, 320]) {
        await shown.page.setViewportSize({ width, height: 800 });
        for (const theme of themes) {
          await shown.paint(theme);
          // What stands where is the same in each theme; the colours are not.
          const found = await findings(shown, theme === 'dark' ? undefined : ['color-contrast']);
          all.push(...found.map((finding) => `${theme} ${width} ${finding}`));
        }
      }
      await shown.close();
      assert.deepEqual(all, []);
    });
  }

  it('is as wide as the window from 300 to 1600 px, and at 200 %', async () => {
    for (const look of [
      { width: 300 },
      { width: 699 },
      { width: 700 },
      { width: 1600 },
      { width: 1200, zoom: 2 },
    ]) {
      const shown = await (await studio.show({}, look)).ready();
      const { wide, cut } = await shown.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth > window.innerWidth,
        cut: [...document.querySelectorAll('.actions, .header > *, .filters > *, .run, .strip')]
          .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
          .map((element) => element.className),
      }));
      assert.deepEqual({ wide, cut }, { wide: false, cut: [] }, JSON.stringify(look));
      await shown.close();
    }
  });

  it('shows marked words and what is selected in the colours of the system, where these are forced', async () => {
    const shown = await studio.show({}, { reducedMotion: true });
    await shown.page.emulateMedia({ forcedColors: 'active' });
    await shown.ready();
    await shown.press('j');
    const looks = await shown.page.evaluate(() => {
      const colours = (selector: string): string[] => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector(selector) as Element);
        return [color, backgroundColor];
      };
      const row = getComputedStyle(document.querySelector('[aria-selected=true]') as Element);
      return {
        marks: [colours('mark.unsupported'), colours('mark.shared')],
        text: colours('.answer .prose')[0],
        outline: row.outlineStyle,
      };
    });
    for (const [colour, background] of looks.marks) {
      assert.equal(colour, looks.text);
      assert.notEqual(colour, background);
    }
    assert.notEqual(looks.outline, 'none');
    await shown.close();
  });

  it('moves nothing where motion is unwelcome', async () => {
    const shown = await (
      await studio.show({ run: { ended: 1, planned: 2, pairs: 1, failed: 0 } }, { reducedMotion: true })
    ).ready();
    const moving = await shown.page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0);
    await shown.close();
  });

  it('names the selected row to speech also while it is scrolled out of sight', async () => {
    const shown = await (await studio.show({ pairs: 2000 })).ready();
    await shown.page.locator('#list').evaluate((list) => (list.scrollTop = 40_000));
    await shown.page.waitForTimeout(200);
    const id = await shown.page.locator('#list').getAttribute('aria-activedescendant');
    assert.equal(await shown.page.locator(`#${id}[aria-setsize="2002"]`).count(), 1);
    await shown.close();
  });
});
