import assert from 'node:assert/strict';
import { nodeClock } from '../../../src/node/ports.js';

describe('nodeClock', () => {
  it('does not ring at once where it is to wait longer than a timer can', async () => {
    let rung = 0;
    const stop = nodeClock.after(1e12, () => rung++);
    const controller = new AbortController();
    const slept = nodeClock.sleep(1e12, controller.signal).then(() => rung++);
    await nodeClock.sleep(20, new AbortController().signal);
    assert.equal(rung, 0);
    stop();
    controller.abort();
    await slept;
  });
});
