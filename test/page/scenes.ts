/** Every state that the page has a face for, and how to get there by keys. */
import type { Page } from 'playwright-core';
import type { Look, Shown } from './page.js';
import type { Scene } from './fake-host.js';
import { failureOf, makeDataset, pairOf, seeds } from './pairs.js';
import { noFilter } from '../../src/protocol.js';
import type { PairDetail } from '../../src/protocol.js';

export interface Staged {
  readonly name: string;
  readonly scene: Scene;
  readonly keys?: readonly string[];
  readonly act?: (shown: Shown) => Promise<void>;
  readonly look?: Look;
}

/** A pair like the made ones, under an id of its own. */
function named(id: string, n: number): PairDetail {
  const pair = pairOf(seeds[n % seeds.length] as (typeof seeds)[number], n);
  return { ...pair, id, row: { ...pair.row, id } };
}

/** The words of the twelfth of the made pairs are gone. */
const stale = (): PairDetail => {
  const pair = pairOf(seeds[0] as (typeof seeds)[number], 11);
  return { ...pair, id: 'stale', row: { ...pair.row, id: 'stale', title: seeds[0]?.question ?? '' } };
};

const edited: PairDetail = {
  ...named('edited', 5),
  original: {
    prompt: named('edited', 5).prompt,
    completion:
      'It replaced version 2.3 of June 2022, written for the emergency arrangements in the years before.',
  },
};

const talk: PairDetail = {
  ...named('talk', 2),
  prompt: [
    { role: 'system', content: 'You answer questions about the policies of Brackwater Instruments.' },
    { role: 'user', content: 'Can I work from home now and then?' },
    { role: 'assistant', content: 'Yes. What you describe is called occasional remote work.' },
    { role: 'user', content: 'How many days is that?' },
  ],
};

const type = async (page: Page, text: string): Promise<void> => page.keyboard.type(text);

const refusedKey =
  'The key was refused by https://api.openai.com/v1. Set OPENAI_API_KEY to a valid one, or choose another model.';

export const scenes: readonly Staged[] = [
  { name: 'review', scene: {}, keys: ['j'] },
  { name: 'decided', scene: {}, keys: ['a', 'a', 'r', '4', 'a', 'k', 'k'] },
  { name: 'unsupported', scene: {}, keys: ['j', 'j', 'j'] },
  {
    name: 'reason',
    scene: {},
    keys: ['j', 'j', 'j'],
    act: async ({ page }) => page.locator('mark.unsupported').first().focus(),
  },
  {
    name: 'editing',
    scene: {},
    keys: ['j', 'e'],
    act: async ({ page }) => type(page, ' Nobody countersigns.'),
  },
  {
    name: 'changed-meanwhile',
    scene: {},
    keys: ['e'],
    act: async ({ page }) => {
      await type(page, ' More.');
      await page.evaluate(() =>
        window.host.change('01K9-0.0', { completion: 'After half a year of service.' }),
      );
    },
  },
  { name: 'original', scene: { details: [edited, ...makeDataset(20)] }, keys: ['o'] },
  { name: 'stale', scene: { details: [stale(), ...makeDataset(20)] } },
  { name: 'failure', scene: { details: [failureOf(99), ...makeDataset(20)] } },
  { name: 'conversation', scene: { details: [talk, ...makeDataset(20)] } },
  { name: 'focus', scene: {}, keys: ['j', 'z'] },
  { name: 'filtered', scene: {}, act: async ({ page }) => page.locator('.chip').nth(3).click() },
  { name: 'nothing-matches', scene: {}, keys: ['/'], act: async ({ page }) => type(page, 'zeppelin') },
  { name: 'empty', scene: { pairs: 0 } },
  { name: 'empty-untrusted', scene: { pairs: 0, init: { trusted: false } } },
  { name: 'loading', scene: { stuck: true } },
  {
    name: 'generating',
    scene: { pairs: 14, run: { ended: 12, planned: 40, pairs: 31, failed: 1, rate: 0.6, secondsLeft: 48 } },
  },
  { name: 'generating-first', scene: { pairs: 0, run: { ended: 0, planned: 40, pairs: 0, failed: 0 } } },
  {
    name: 'paused',
    scene: {
      pairs: 14,
      run: { ended: 12, planned: 40, pairs: 31, failed: 1, paused: { reason: refusedKey } },
    },
  },
  { name: 'paused-by-hand', scene: { run: { ended: 12, planned: 40, pairs: 31, failed: 0, paused: {} } } },
  {
    name: 'paused-first',
    scene: { pairs: 0, run: { ended: 0, planned: 40, pairs: 0, failed: 0, paused: { reason: refusedKey } } },
  },
  {
    name: 'run-ended',
    scene: {
      summary: {
        well: false,
        text: '96 pairs from 40 chunks in 1 min 20 s, 3 not supported by the text, 1 chunk failed.',
        actions: ['review', 'export', 'failures'],
      },
    },
  },
  {
    name: 'file-gone',
    scene: {
      file: {
        code: 'gone',
        message: 'The file is gone. What is shown was read before; nothing can be kept until it is back.',
        blocks: true,
        actions: ['reload', 'showLog'],
      },
    },
  },
  {
    name: 'damaged',
    scene: {
      file: {
        code: 'damaged',
        message: '3 lines can’t be read (212, 340, 341) and are left out. The others are shown.',
        blocks: false,
        actions: ['openText', 'tidy'],
      },
    },
  },
  {
    name: 'refused',
    scene: { refuse: { code: 'disk', message: 'The disk is full. Make room, then decide again.' } },
    keys: ['a'],
  },
  {
    name: 'not-answering',
    scene: {},
    act: async ({ page }) => {
      await page.evaluate(() => (window.host.silent = true));
      await page.keyboard.press('a');
      await page.waitForSelector('.notice.error', { timeout: 12_000 });
    },
  },
  { name: 'filters', scene: {}, keys: ['f', 'ArrowDown', 'Space', 'ArrowDown'] },
  { name: 'help', scene: {}, keys: ['?'] },
  { name: 'confirm', scene: {}, keys: ['Shift+A'] },
  { name: 'tags', scene: {}, keys: ['j', 't'] },
  { name: 'note', scene: {}, keys: ['j', 'n'] },
  {
    name: 'panel',
    scene: {
      init: { place: 'panel', filter: { ...noFilter, documents: ['policies/remote-work-policy.md'] } },
    },
    keys: ['j'],
  },
];
