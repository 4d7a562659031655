import assert from 'node:assert/strict';
import { help, optionsFrom } from '../../fixtures/server/arguments.js';
import { faultNames } from '../../fixtures/server/faults.js';

describe('the command line of the fault server', () => {
  it('takes faults, latency and limits', () => {
    const line =
      '--port 8080 --faults rate=0.1,reset=0.2 --latency heavy:250 --first 0.3 --seed 7 --per-minute 60 --key k';
    assert.deepEqual(optionsFrom(line.split(' ')), {
      port: 8080,
      latency: { distribution: 'heavy', medianMs: 250, sigma: 0.8, seed: 7, first: 0.3 },
      faults: { shares: { rate: 0.1, reset: 0.2 }, seed: 7, mostPerPrompt: 2, steady: false },
      limit: { perMinute: 60 },
      key: 'k',
    });
  });

  it('says what is wrong', () => {
    const wrong = (line: string) => JSON.stringify(optionsFrom(line.split(' ')));
    assert.match(wrong('--faults flood=0.1'), /No fault \\"flood\\".*rate-after/);
    assert.match(wrong('--faults rate=0.9,reset=0.2'), /more than all requests/);
    assert.match(wrong('--faults rate'), /--faults wants a number/);
    assert.match(wrong('--latency normal:400'), /No distribution \\"normal\\"/);
    assert.match(wrong('--latency fixed'), /--latency wants a number, not \\"\\"/);
    assert.match(wrong('--prot 80'), /--prot/);
  });

  it('explains each fault', () => {
    assert.equal(optionsFrom(['--help']), 'help');
    for (const name of faultNames) assert.match(help, new RegExp(`^  ${name} +\\S`, 'm'));
  });
});
