import assert from 'node:assert/strict';
import { noFilter } from '../../src/protocol.js';
import type { FromPage } from '../../src/protocol.js';
import { Studio } from './page.js';
import type { Shown } from './page.js';
import type { Scene } from './fake-host.js';
import { failureOf, makeDataset } from './pairs.js';

type Sent<Type extends FromPage['type']> = Extract<FromPage, { type: Type }>;

describe('review page by keys', () => {
  let studio: Studio;
  let shown: Shown | undefined;
  before(async () => (studio = await Studio.open()));
  after(() => studio.close());
  afterEach(async () => {
    const page = shown;
    shown = undefined;
    if (page === undefined) return;
    assert.deepEqual(page.errors, []);
    assert.deepEqual(page.strays, []);
    assert.deepEqual(await page.page.evaluate(() => window.host.broken), []);
    await page.close();
  });
  const open = async (scene: Scene = {}, look = {}): Promise<Shown> =>
    (shown = await (await studio.show(scene, look)).ready());

  it('shows the first pair with its evidence and the counts', async () => {
    const page = await open();
    assert.equal((await page.selected()).at, 1);
    assert.match(await page.text('.question .scroll'), /When may an employee ask/);
    assert.match(await page.text('.evidence .quote'), /after completing three months of service/);
    assert.equal(await page.text('.progress .count'), '18 of 40 reviewed');
  });

  it('accepts with one key, and the next pair is there', async () => {
    const page = await open();
    await page.press('a');
    assert.equal((await page.selected()).at, 2);
    assert.match(await page.text('.question .scroll'), /How quickly does the line manager/);
    assert.equal(await page.text('.progress .count'), '19 of 40 reviewed');
    assert.equal((await page.text('[role=status]:not(.notice)')).trim(), 'Accepted. 19 of 40');
    assert.match(await page.rowName(page.page.locator('#row-0')), /^Accepted/);
    assert.equal(await page.page.locator('.deed').count(), 1);
  });

  it('shows a decision, and the next pair, once it is on the disk', async () => {
    const page = await open({ delay: 400 }, {});
    await page.press('r', 'a');
    assert.equal(await page.text('.saved'), 'saving…');
    assert.match(await page.rowName(page.page.locator('#row-0')), /^New/);
    assert.equal((await page.selected()).at, 1);
    await page.page.waitForFunction(() => document.querySelector('.saved')?.textContent === 'saved');
    assert.match(await page.rowName(page.page.locator('#row-0')), /^Rejected/);
    assert.match(await page.rowName(page.page.locator('#row-1')), /^Accepted/);
    assert.equal((await page.selected()).at, 3);
  });

  it('takes a decision back and says so when it is not kept', async () => {
    const page = await open({ refuse: { code: 'disk', message: 'The disk is full.' } });
    await page.press('a');
    assert.match(await page.text('.notice'), /Not kept. The disk is full/);
    assert.match(await page.rowName(page.page.locator('#row-0')), /^New/);
    assert.equal(await page.text('.progress .count'), '18 of 40 reviewed');
    assert.equal(await page.page.locator('.deed').count(), 0);
    await page.page.getByText('Go to it').click();
    await page.settled();
    assert.equal((await page.selected()).at, 1);
  });

  it('undoes and does again, and goes to the pair', async () => {
    const page = await open();
    await page.press('a', 'r', 'j', 'j', 'u');
    assert.equal((await page.selected()).at, 2);
    assert.match((await page.selected()).name, /^New/);
    assert.equal(await page.page.locator('.deed').count(), 1);
    await page.press('Control+y');
    assert.match(await page.rowName(page.page.locator('#row-1')), /^Rejected/);
    await page.press('Control+z', 'u');
    assert.equal((await page.selected()).at, 1);
    assert.equal(await page.text('.progress .count'), '18 of 40 reviewed');
  });

  it('moves by letters, arrows and page keys', async () => {
    const page = await open({ pairs: 500 });
    const at = async (...keys: string[]): Promise<number> => {
      await page.press(...keys);
      return (await page.selected()).at;
    };
    assert.equal(await at('j', 'j', 'ArrowDown', 'k'), 3);
    assert.equal(await at('ArrowUp', 'ArrowUp', 'ArrowUp'), 1);
    assert.ok((await at('PageDown')) > 8);
    assert.equal(await at('End'), 502);
    await page.page.waitForTimeout(150);
    assert.match((await page.selected()).name, /\(499\)/);
    assert.equal(await at('Home'), 1);
  });

  it('puts the doubtful first with one key, begins with them, and keeps that order when a filter goes', async () => {
    const page = await open();
    const sort = page.page.getByRole('button', { name: 'Doubtful first' });
    await page.press('j', 'j', 'd');
    assert.equal((await page.selected()).at, 1);
    assert.match((await page.selected()).name, /Unsupported|Partly supported/);
    assert.equal(await sort.getAttribute('aria-pressed'), 'true');
    assert.match(await page.text('[role=status]:not(.notice)'), /42 shown, the doubtful first/);
    await page.press('/');
    await page.page.keyboard.type('zeppelin');
    await page.page.getByText('Nothing matches').waitFor();
    await page.press('Escape');
    await page.page.locator('#row-0').waitFor();
    assert.equal(await sort.getAttribute('aria-pressed'), 'true');
    await sort.click();
    assert.equal(await sort.getAttribute('aria-pressed'), 'false');
  });

  it('reaches the buttons of the run and of messages with one key, and leaves them with Escape', async () => {
    const page = await open({
      summary: { well: true, text: '9 pairs from 3 chunks.', actions: ['review', 'export'] },
      init: { trusted: false },
    });
    const focused = (): Promise<string> =>
      page.page.evaluate(
        () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '',
      );
    const names: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.press('b');
      names.push(await focused());
    }
    assert.deepEqual(names.toSorted(), ['Dismiss', 'Export', 'Manage trust', 'Review']);
    await page.press('Escape', 'j');
    assert.equal((await page.selected()).at, 2);
    while ((await focused()) !== 'Export') await page.press('b');
    await page.press('Enter');
    assert.deepEqual(((await page.got('command')) as Sent<'command'>[]).at(-1)?.command, 'export');
    assert.equal((await page.selected()).at, 2);
  });

  it('clears what one filters by in the side panel, and not the document that it follows', async () => {
    const documents = ['policies/remote-work-policy.md'];
    const page = await open({ init: { place: 'panel', filter: { ...noFilter, documents } } }, { width: 300 });
    const clear = page.page.getByRole('button', { name: 'Clear', exact: true });
    const total = await page.page.locator('#row-0').getAttribute('aria-setsize');
    assert.equal(await clear.count(), 0);
    await page.page.getByRole('button', { name: /^Accepted/ }).click();
    await clear.click();
    await page.settled();
    assert.equal(await page.page.locator('#row-0').getAttribute('aria-setsize'), total);
    const sent = (await page.got('filter')) as Sent<'filter'>[];
    assert.deepEqual(
      sent.map(({ filter }) => [filter.status, filter.documents]),
      [
        [['accepted'], documents],
        [[], documents],
      ],
    );
  });

  it('keeps the buttons of a pair in one row where the side bar is as wide as VS Code has it', async () => {
    const page = await open({}, { width: 290, height: 560 });
    const middles = await page.page
      .locator('.actions > .button:visible')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2),
      );
    assert.equal(middles.length, 5);
    assert.ok(Math.max(...middles) - Math.min(...middles) < 2, middles.join(', '));
  });

  it('cuts no button of a pair off, at any width', async () => {
    const page = await open({}, { width: 300, height: 700 });
    const cut: number[] = [];
    for (let width = 250; width <= 760; width += 10) {
      await page.page.setViewportSize({ width, height: 700 });
      const right = await page.page
        .locator('.actions button:visible')
        .evaluateAll((buttons) => Math.max(...buttons.map((one) => one.getBoundingClientRect().right)));
      if (right > width) cut.push(width);
    }
    assert.deepEqual(cut, []);
  });

  it('rates, tags and notes', async () => {
    const page = await open();
    await page.press('4');
    assert.equal(await page.page.locator('.meta .star.on').count(), 4);
    await page.press('0');
    assert.equal(await page.page.locator('.meta .star.on').count(), 0);
    await page.press('t');
    await page.page.keyboard.type('dates, roles');
    await page.press('Enter');
    assert.deepEqual(await page.page.locator('.meta .tag').allInnerTexts(), ['dates', 'roles']);
    await page.press('n');
    await page.page.keyboard.type('ask Ines');
    await page.press('Control+Enter');
    assert.match(await page.text('.field.note'), /ask Ines/);
  });

  it('keeps an edit with Ctrl+Enter, and drops one with Escape twice', async () => {
    const page = await open();
    await page.press('e');
    await page.page.keyboard.type(' Then j and a are typed.');
    await page.press('Control+Enter');
    assert.match(await page.text('.answer .scroll'), /Then j and a are typed\.$/);
    const [edit] = (await page.got('edit')) as Sent<'edit'>[];
    assert.match(edit?.set.completion ?? '', /advertised as remote\. Then j and a are typed\.$/);
    await page.press('F2');
    await page.page.keyboard.type('XX');
    await page.press('Escape');
    assert.match(await page.text('.editor-foot'), /Escape again drops/);
    await page.press('Escape');
    assert.equal(await page.page.locator('.editor').count(), 0);
    assert.doesNotMatch(await page.text('.answer .scroll'), /XX/);
    await page.press('Shift+E');
    await page.page.keyboard.type('?');
    await page.press('Control+Enter');
    assert.match(await page.text('.title'), /arrangement\?\?/);
  });

  it('does not move the text when editing begins', async () => {
    const page = await open({}, { width: 1200 });
    await page.press('j');
    const lines = (): Promise<unknown> =>
      page.page.evaluate(() => {
        const text = document.querySelector('.answer .mirror') ?? document.querySelector('.answer .prose');
        const walker = document.createTreeWalker(text as Node, NodeFilter.SHOW_TEXT);
        const boxes: DOMRect[] = [];
        const range = document.createRange();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest('.spoken') || node.nodeValue === '\u200b') continue;
          range.selectNodeContents(node);
          boxes.push(...range.getClientRects());
        }
        const edges = [
          Math.min(...boxes.map(({ left }) => left)),
          Math.min(...boxes.map(({ top }) => top)),
          Math.max(...boxes.map(({ right }) => right)),
          Math.max(...boxes.map(({ bottom }) => bottom)),
        ];
        return [...edges.map(Math.round), getComputedStyle(text as Element).font];
      });
    const before = await lines();
    await page.press('e');
    assert.deepEqual(await lines(), before);
    const [field, mirror] = await page.page.evaluate(() =>
      ['#editor', '.mirror'].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector) as Element);
        return [style.font, style.letterSpacing, style.wordSpacing, style.lineHeight, style.whiteSpace];
      }),
    );
    assert.deepEqual(field, mirror);
  });

  it('undoes typing in a field, and not the last decision', async () => {
    const page = await open();
    await page.press('a', 'e');
    const before = await page.page.inputValue('#editor');
    await page.page.keyboard.type('abc');
    await page.press('Control+z');
    assert.equal(await page.page.inputValue('#editor'), before);
    await page.press('Control+y');
    assert.equal(await page.page.inputValue('#editor'), `${before}abc`);
    assert.deepEqual(await page.got('undo'), []);
  });

  it('checks what is typed and marks it beneath the text', async () => {
    const page = await open();
    await page.press('e');
    await page.page.keyboard.type(' Zeppelins count.');
    await page.page.waitForSelector('.mirror .unsupported');
    assert.match(await page.text('.reasons'), /Zeppelins/);
  });

  it('keeps a half-typed edit over a reload, with the cursor', async () => {
    const page = await open();
    await page.press('j', 'e');
    await page.page.keyboard.type(' half');
    await page.page.keyboard.press('ArrowLeft');
    await page.page.waitForTimeout(150);
    await page.page.reload();
    await page.ready();
    assert.equal((await page.selected()).at, 2);
    assert.match(await page.page.inputValue('#editor'), / half$/);
    await page.page.keyboard.type('-');
    assert.match(await page.page.inputValue('#editor'), / hal-f$/);
  });

  it('is whole again after its file was damaged and mended while a text was being typed', async () => {
    const page = await open();
    const coming = page.page.locator('.row.coming');
    await page.press('j', 'e');
    await page.page.keyboard.type(' half');
    await page.page.evaluate(() => {
      window.host.readable = 1;
      window.host.send({
        type: 'file',
        problem: { code: 'damaged', message: 'Damaged.', blocks: true, actions: [] },
      });
      window.host.send({ type: 'changed' });
    });
    await coming.first().waitFor();
    // Nothing but the end of the trouble is told: the page asks by itself.
    await page.page.evaluate(() => {
      window.host.readable = Infinity;
      window.host.send({ type: 'file' });
    });
    await page.page.waitForFunction(() => document.querySelector('.row.coming') === null);
    assert.match(await page.page.inputValue('#editor'), / half$/);
  });

  it('says that a pair was changed meanwhile, and lets one choose', async () => {
    const page = await open();
    await page.press('e');
    await page.page.keyboard.type(' mine');
    await page.page.evaluate(() => window.host.change('01K9-0.0', { completion: 'Theirs.' }));
    await page.page.waitForSelector('.theirs');
    await page.page.getByText('Take this one').click();
    assert.equal(await page.page.inputValue('#editor'), 'Theirs.');
  });

  it('filters by chips and text, says when nothing matches, and clears with Escape', async () => {
    const page = await open();
    await page.press('f', 'ArrowDown', 'Space', 'Enter');
    assert.equal(await page.page.locator('dialog').count(), 0);
    assert.equal(await page.page.locator('#list [role=option]').count(), 14);
    assert.match((await page.selected()).name, /^Accepted/);
    await page.press('/');
    await page.page.keyboard.type('zeppelin');
    await page.page.waitForSelector('.empty h2');
    assert.match(await page.text('.empty'), /No pair fits Accepted · “zeppelin”/);
    await page.press('Escape', 'Escape');
    await page.ready();
    assert.equal((await page.page.locator('[aria-setsize="42"]').count()) > 0, true);
  });

  it('says what can be done with a chunk that failed, and nothing else', async () => {
    const page = await open({ details: [failureOf(99), ...makeDataset(5)] });
    assert.equal(await page.text('.said'), 'j Next · y Retry · Space Source · ? Keys');
    await page.press('j');
    assert.match(await page.text('.said'), /a Accept · r Reject/);
  });

  it('offers in words what does not fit into the line of filters, at each width', async () => {
    const page = await open({}, { width: 300 });
    const names = async (): Promise<string[]> =>
      page.page.getByRole('toolbar', { name: 'Filters' }).getByRole('button').allTextContents();
    assert.match((await names()).join('|'), /^.New 22\|.Accepted 14\|.Doubtful first\|.All filters$/);
    await page.page.setViewportSize({ width: 1400, height: 800 });
    await page.settled();
    assert.equal((await names()).length, 12);
    await page.page.setViewportSize({ width: 300, height: 800 });
    await page.page.getByRole('button', { name: 'All filters' }).click();
    await page.page.getByRole('checkbox', { name: /Partly supported 5/ }).check();
    await page.press('Escape');
    assert.equal(await page.page.locator('#list [role=option]').count(), 5);
    assert.equal(await page.text('.said'), '5 shown');
  });

  it('keeps the focus on a button that decides, from pair to pair', async () => {
    const page = await open();
    await page.page.locator('.actions .primary').focus();
    await page.press('Enter', 'Enter');
    await page.page.waitForSelector('[aria-posinset="3"][aria-selected=true]');
    assert.equal(await page.page.evaluate(() => document.activeElement?.className), 'button primary');
  });

  it('never loses the focus: not when the filter leaves nothing, nor when a button goes', async () => {
    const page = await open();
    const focused = (): Promise<string | undefined> =>
      page.page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
    await page.press('/');
    await page.page.keyboard.type('zeppelin');
    await page.page.waitForSelector('.empty h2');
    await page.press('Enter');
    assert.equal(await focused(), 'empty');
    await page.press('Escape');
    await page.ready();
    assert.equal(await focused(), 'list');
    await page.press('a');
    await page.page.getByRole('button', { name: 'Undo' }).focus();
    await page.press('Enter');
    await page.page.waitForFunction(() => document.activeElement?.id === 'list');
  });

  it('shows the whole chunk with the quote in it, and keeps that over a reload', async () => {
    const page = await open();
    await page.press('j', 'x');
    assert.match(await page.text('.evidence .quote'), /^The employee completes form HR-14A.*section 5\.3\.$/);
    assert.match(await page.text('.evidence .quoted'), /^The line manager meets/);
    await page.page.waitForTimeout(150);
    await page.page.reload();
    await page.ready();
    assert.equal(
      await page.page.getByRole('button', { name: 'Show the whole chunk', pressed: true }).count(),
      1,
    );
  });

  it('tells how a run goes and how it ended, and leads on from there', async () => {
    const page = await open({ run: { ended: 12, planned: 40, pairs: 31, failed: 1, rate: 0.5 } });
    assert.match(await page.text('.run'), /12 of 40 chunks\s+31 pairs\s+1 failed\s+30\.0 chunks a minute/);
    await page.page.getByRole('button', { name: 'Stop' }).click();
    assert.deepEqual(await page.got('command'), [{ type: 'command', command: 'stop' }]);
    await page.page.evaluate(() => {
      window.host.send({ type: 'run' });
      const actions = ['review', 'failures'] as const;
      window.host.send({
        type: 'summary',
        summary: { well: false, text: '31 pairs.', actions: [...actions] },
      });
    });
    await page.page.getByRole('button', { name: 'Failures' }).click();
    await page.settled();
    assert.equal(await page.page.locator('#list [role=option]').count(), 2);
    await page.page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await page.page.locator('.run').count(), 0);
  });

  it('asks before all shown are set, and sets them as one step', async () => {
    const page = await open();
    await page.press('Shift+A');
    assert.match(await page.text('dialog'), /Accept all 40 pairs shown\?/);
    await page.press('a', 'Escape');
    assert.deepEqual(await page.got('editShown'), []);
    assert.deepEqual(await page.got('edit'), []);
    await page.press('Shift+R', 'Enter');
    assert.equal(await page.text('.progress .count'), '40 of 40 reviewed');
    await page.press('u');
    assert.equal(await page.text('.progress .count'), '18 of 40 reviewed');
  });

  it('shows evidence with space or Enter, and goes there with g', async () => {
    const page = await open();
    await page.press('Space', 'Enter', 'g');
    const show = (await page.got('show')) as Sent<'show'>[];
    assert.deepEqual(
      show.map(({ focus }) => focus),
      [false, false, true],
    );
  });

  it('takes keys from the settings, and lists them', async () => {
    const page = await open({ init: { keys: { accept: ['x'], edit: [] } } });
    await page.press('a', 'e');
    assert.deepEqual(await page.got('edit'), []);
    await page.press('x');
    assert.equal((await page.got('edit')).length, 1);
    await page.press('?');
    assert.match(await page.text('.key-groups'), /Accept\s+x/);
    await page.press('?');
    assert.equal(await page.page.locator('dialog').count(), 0);
  });

  it('takes no key while an input method composes, and types in fields', async () => {
    const page = await open();
    await page.page.evaluate(() =>
      document
        .querySelector('#list')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true })),
    );
    await page.press('/', 'a', 'r', 'j');
    assert.deepEqual(await page.got('edit'), []);
    assert.equal(await page.page.inputValue('#search'), 'arj');
  });

  it('moves the border by keys and keeps it over a reload', async () => {
    const page = await open();
    const width = async (): Promise<number> => (await page.page.locator('#list').boundingBox())?.width ?? 0;
    const before = await width();
    await page.page.locator('[role=separator]').focus();
    await page.press('ArrowRight', 'ArrowRight');
    const after = await width();
    assert.ok(after > before + 20);
    await page.page.waitForTimeout(120);
    await page.page.reload();
    await page.ready();
    assert.equal(await width(), after);
  });

  it('goes back by a click on the strip', async () => {
    const page = await open();
    await page.press('a', 'a', 'a');
    await page.page.locator('.deed').first().click();
    await page.settled();
    assert.equal((await page.selected()).at, 1);
  });

  it('shows what was changed as a word diff', async () => {
    const page = await open();
    await page.press('e');
    await page.page.keyboard.type(' More.');
    await page.press('Control+Enter', 'o');
    assert.match(await page.text('.answer ins'), /More/);
    await page.press('o');
    assert.equal(await page.page.locator('.answer ins').count(), 0);
  });

  it('keeps the selection while pairs arrive', async () => {
    const page = await open({ pairs: 5, failures: 0 });
    await page.press('j');
    const { name } = await page.selected();
    await page.page.evaluate(() => {
      const detail = window.host.detail('01K9-0.0');
      if (detail) window.host.add([{ ...detail, id: 'later', row: { ...detail.row, id: 'later' } }]);
    });
    await page.settled();
    assert.equal((await page.selected()).name, name);
    assert.equal((await page.page.locator('[aria-setsize="6"]').count()) > 0, true);
  });
});

describe('review page when the extension is silent', () => {
  let studio: Studio;
  before(async () => (studio = await Studio.open()));
  after(() => studio.close());

  it('says so, decides nothing, and comes back with the truth', async () => {
    const shown = await (await studio.show({})).ready();
    const { page } = shown;
    await page.evaluate(() => (window.host.silent = true));
    await shown.press('a');
    await page.waitForSelector('text=Pairsmith has stopped answering', { timeout: 6000 });
    await shown.press('r');
    assert.equal((await shown.got('edit')).length, 1);
    await page.evaluate(() => (window.host.silent = false));
    await page.waitForSelector('text=Pairsmith has stopped answering', { state: 'detached', timeout: 6000 });
    await shown.settled();
    assert.equal((await shown.got('ready')).length, 2);
    assert.match(await shown.text('.notice'), /was not confirmed/);
    assert.equal(await shown.text('.progress .count'), '18 of 40 reviewed');
    assert.deepEqual(shown.errors, []);
    await shown.close();
  });

  it('drops and reports what is not in the protocol', async () => {
    const shown = await (await studio.show({})).ready();
    await shown.page.evaluate(() => window.postMessage({ type: 'view', view: 'one' }, '*'));
    await shown.settled();
    const [error] = (await shown.got('error')) as { message: string }[];
    assert.match(error?.message ?? '', /Not in the protocol/);
    await shown.close();
  });
});
