import assert from 'node:assert/strict';
import { nodeClock, steadyClock } from '../../../src/node/ports.js';

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

describe('steadyClock', () => {
  it('does not jump with the clock of the system', () => {
    const real = Date.now;
    const before = steadyClock.now();
    assert.ok(Math.abs(before - real()) < 60_000);
    try {
      for (const jump of [-3_600_000, 3_600_000]) {
        Date.now = () => real() + jump;
        const passed = steadyClock.now() - before;
        assert.ok(passed >= 0 && passed < 5_000, `${passed} ms`);
      }
    } finally {
      Date.now = real;
    }
  });
});
