import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import type { Status } from '../../src/core/dataset/model.js';
import type { PairView } from '../../src/core/dataset/view.js';
import { openDataset } from '../../src/node/dataset.js';
import type { EditorWindow } from '../harness/window.js';

/** The review page in a window, as a person sees and drives it. */
export class ReviewPage {
  private constructor(
    private readonly window: EditorWindow,
    readonly frame: Frame,
  ) {}

  /** Waits until the page shows rows. */
  static async in(window: EditorWindow): Promise<ReviewPage> {
    return new ReviewPage(window, await window.frame({ selector: '[role=option]' }));
  }

  get rows(): Locator {
    return this.frame.locator('[role=option]');
  }

  get selected(): Locator {
    return this.frame.locator('[role=option][aria-selected=true]');
  }

  /** The row with this place, from 1. */
  row(place: number): Locator {
    return this.frame.locator(`[role=option][aria-posinset="${place}"]`);
  }

  /** With those that do not fit into the line: they count all the same. */
  chip(name: string): Locator {
    const label = this.frame.locator('.name', { hasText: new RegExp(`^${name}$`) });
    return this.frame.locator('.chips .chip').filter({ has: label });
  }

  section(name: string): Locator {
    return this.frame.locator(`section[aria-label="${name}"]`);
  }

  get reviewed(): Locator {
    return this.frame.locator('.header .count');
  }

  /** Puts the keyboard's focus into the list. */
  async focus(): Promise<void> {
    await this.selected.first().click();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.window.page.keyboard.type(text);
  }

  /** Waits until a row is named so: its status first, then its question. */
  async waitForRow(place: number, name: RegExp): Promise<void> {
    await this.frame.getByRole('option', { name }).and(this.row(place)).waitFor();
  }

  /** Waits until the texts of the pair that is selected are there. */
  async selectedIsShown(): Promise<void> {
    const question = await this.selected.locator('.title').innerText();
    await this.section('Question').filter({ hasText: question }).waitFor();
  }

  /** Waits until the page tells how a run ended. */
  async waitForEnd(text = /pairs? from \d+ chunk/): Promise<void> {
    await this.frame.locator('.run.ended').filter({ hasText: text }).waitFor();
  }

  async waitForReviewed(text: string): Promise<void> {
    await this.reviewed.filter({ hasText: new RegExp(`^${text}`) }).waitFor();
  }
}

export const datasetOf = (folder: string): string => join(folder, 'pairsmith/dataset.pairs.jsonl');

/** What the file of a dataset holds now, read by the core alone. */
export async function pairsIn(path: string): Promise<readonly PairView[]> {
  const opened = await openDataset(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const dataset = opened.value;
  try {
    return await Promise.all(dataset.pairs().map(({ id }) => dataset.pair(id)));
  } finally {
    await dataset.close();
  }
}

/** How many pairs of the file have each status. */
export async function statusesIn(path: string): Promise<Record<Status, number>> {
  const counts = { new: 0, accepted: 0, rejected: 0 };
  for (const { status } of await pairsIn(path)) counts[status]++;
  return counts;
}

/** A decision that is shown is on the disk, without a wait. */
export async function haveStatuses(path: string, wanted: Record<Status, number>): Promise<void> {
  assert.deepEqual(await statusesIn(path), wanted);
}
