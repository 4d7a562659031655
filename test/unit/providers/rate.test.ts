import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { durationMs, rateState } from '../../../src/core/providers/rate.js';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('what servers say of their limits', () => {
  it('is read in each service’s form', () => {
    const cases = [
      [
        {
          'x-ratelimit-remaining-requests': '59',
          'x-ratelimit-remaining-tokens': '149984',
          'x-ratelimit-reset-requests': '1s',
          'x-ratelimit-reset-tokens': '6m0s',
        },
        { requestsLeft: 59, tokensLeft: 149_984, requestsResetMs: 1000, tokensResetMs: 360_000 },
      ],
      [
        { 'x-ratelimit-remaining-requests': '14370', 'x-ratelimit-reset-requests': '2m59.56s' },
        { requestsLeft: 14_370, tokensLeft: undefined, requestsResetMs: 179_560, tokensResetMs: undefined },
      ],
      [
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 2500) },
        { requestsLeft: 0, tokensLeft: undefined, requestsResetMs: 2500, tokensResetMs: undefined },
      ],
      [
        { 'ratelimit-remaining': '0', 'ratelimit-reset': '7' },
        { requestsLeft: 0, tokensLeft: undefined, requestsResetMs: 7000, tokensResetMs: undefined },
      ],
      [
        {
          'x-ratelimit-limit-req-minute': '60',
          'x-ratelimit-remaining-req-minute': '0',
          'x-ratelimit-remaining-tokens-minute': '47196',
          date: 'Sat, 21 Nov 2026 12:03:45 GMT',
        },
        { requestsLeft: 0, tokensLeft: 47_196, requestsResetMs: 15_000, tokensResetMs: 15_000 },
      ],
      [
        { 'x-ratelimit-remaining-tokens-minute': '5' },
        { requestsLeft: undefined, tokensLeft: 5, requestsResetMs: undefined, tokensResetMs: 60_000 },
      ],
      [{ 'content-type': 'application/json', 'x-ratelimit-remaining-requests': 'many' }, undefined],
    ] as const;
    for (const [headers, wanted] of cases) assert.deepEqual(rateState(new Headers(headers), now), wanted);
  });

  it('gives times in every form', () => {
    const cases: Record<string, number | undefined> = {
      '20ms': 20, '7.66s': 7660, '1h2m3s': 3_723_000, '1d': 86_400_000, '6m': 360_000, '12': 12_000, '0.5': 500,
      [String(now / 1000 + 9)]: 9000, [String(now - 5)]: 0, '2026-11-21T12:00:04Z': 4000,
      '': undefined, soon: undefined, '-5': undefined, '1s1m': undefined, '5 s': undefined,
    }; // prettier-ignore
    for (const [text, ms] of Object.entries(cases)) assert.equal(durationMs(text, now), ms, text);
  });

  it('is a time from now or nothing, whatever is sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.dhms]{0,12}$/)), (text) => {
        const ms = durationMs(text, now);
        assert.ok(ms === undefined || (ms >= 0 && Number.isFinite(ms)), text);
      }),
    );
  });
});
