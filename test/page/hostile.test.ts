import assert from 'node:assert/strict';
import type { Detail, Row } from '../../src/protocol.js';
import { hostile } from './hostile.js';
import { Studio } from './page.js';
import type { Shown } from './page.js';
import { failureOf, pairOf, seeds } from './pairs.js';

/** A pair with the text in each of its fields. */
function poisoned(text: string, n: number): Detail {
  const made = pairOf(seeds[n % seeds.length] as (typeof seeds)[number], n);
  const short = text.slice(0, 200) || 'empty';
  const row: Row = {
    ...(made.row as Extract<Row, { kind: 'pair' }>),
    document: `folder/${short}`,
    heading: short,
    title: text.slice(0, 300),
    tags: [short, 'tag'],
  };
  const source = {
    chunk: `c${n}`,
    document: `folder/${short}`,
    heading: [short, short],
    line: 1,
    text: `Before. ${text} After.`,
    spans: [{ at: [8, 8 + text.length] as [number, number], quote: text, found: n % 3 !== 0 }],
    ...(n % 3 === 0 ? { now: text } : {}),
  };
  const reason = { code: 'content', message: text, at: [0, Math.min(text.length, 40)] as [number, number] };
  if (n % 10 === 9) {
    return {
      ...failureOf(n),
      message: text.slice(0, 5000),
      reply: text,
      source,
      row: { ...failureOf(n).row, title: short },
    };
  }
  return {
    ...made,
    row,
    prompt: [
      { role: 'system', content: text },
      { role: 'user', content: text, toolCalls: [{ id: 'call', name: short, arguments: text }] },
    ],
    completion: text,
    rejected: text,
    reasoning: text,
    original: { prompt: [{ role: 'user', content: 'x' }], completion: `${text} as it was` },
    note: text.slice(0, 10_000),
    grounding: { verdict: 'unsupported', score: 0, reasons: [reason], unsupported: [[0, text.length]] },
    sources: [source],
    recipe: short,
    model: short,
    provider: short,
  };
}

const foreign =
  'script:not([nonce]), img, iframe, object, embed, link:not([href="review.css"]), base, form, svg, video, audio, a, meta[http-equiv=refresh], body style';

describe('review page with hostile texts', function () {
  this.timeout(180_000);
  let studio: Studio;
  before(async () => (studio = await Studio.open()));
  after(() => studio.close());

  async function wholesome(shown: Shown, name: string): Promise<void> {
    const found = await shown.page.evaluate(
      (selector) => ({
        hacked: Reflect.get(window, 'hacked') as unknown,
        elements: document.querySelectorAll(selector).length,
        wide: document.documentElement.scrollWidth > window.innerWidth,
        tall: document.documentElement.scrollHeight > window.innerHeight,
        inner: [...document.querySelectorAll('.scroll, .list, .notices')].filter(
          (element) => element.scrollWidth > element.clientWidth + 1,
        ).length,
        polluted: Reflect.get({}, 'hacked') as unknown,
      }),
      foreign,
    );
    assert.deepEqual(
      found,
      { hacked: undefined, elements: 0, wide: false, tall: false, inner: 0, polluted: undefined },
      name,
    );
    assert.deepEqual([shown.strays, shown.errors, shown.dialogs], [[], [], []], name);
  }

  for (const width of [300, 1200]) {
    it(`runs, loads and breaks nothing at ${width} px, in any of ${hostile.length} texts`, async () => {
      assert.equal(hostile.length, 100);
      const details = hostile.map(poisoned);
      const shown = await studio.show(
        { details, init: { name: hostile[0] as string, path: hostile[1] as string } },
        { width, height: 700, theme: 'light' },
      );
      await shown.page.waitForSelector('.pair:not(.coming) .actions');
      for (let n = 0; n < hostile.length; n++) {
        const name = `${n}: ${(hostile[n] ?? '').slice(0, 40)}`;
        await shown.page.waitForFunction(
          (at) =>
            document.querySelector('[aria-selected=true]')?.getAttribute('aria-posinset') === String(at),
          n + 1,
        );
        await shown.page.waitForTimeout(15);
        await wholesome(shown, name);
        if (n % 10 === 3) {
          await shown.press('o');
          await wholesome(shown, `${name}, changes`);
          await shown.press('o');
        }
        await shown.page.keyboard.press('j');
      }
      await shown.close();
    });
  }

  it('shows characters that nobody sees, and does what they say nowhere', async () => {
    const shown = await (await studio.show({ details: [poisoned('\u202eevil\u0000', 0)] })).ready();
    assert.match(await shown.text('.question .asked'), /U\+202E\s*evil\s*U\+0000/);
    assert.match(await shown.text('.title'), /U\+202E/);
    assert.match((await shown.selected()).name, /U\+202EevilU\+0000/);
    await shown.close();
  });

  it('edits a hostile text as it is', async () => {
    const shown = await (
      await studio.show({ details: [poisoned('<b onclick="x()">\u202e</b>', 0)] })
    ).ready();
    await shown.press('e');
    await shown.page.keyboard.type('!');
    await shown.press('Control+Enter');
    const [edit] = (await shown.got('edit')) as { set: { completion: string } }[];
    assert.equal(edit?.set.completion, '<b onclick="x()">\u202e</b>!');
    await wholesome(shown, 'edited');
    await shown.close();
  });

  it('draws the beginning of a huge text, and all of it when asked', async () => {
    const shown = await (await studio.show({ details: [poisoned('word '.repeat(60_000), 1)] })).ready();
    assert.ok((await shown.text('.answer .prose')).length < 25_000);
    await shown.page.locator('.answer .show-all').first().click();
    await shown.settled();
    assert.ok((await shown.text('.answer .prose')).length > 290_000);
    await shown.close();
  });
});
