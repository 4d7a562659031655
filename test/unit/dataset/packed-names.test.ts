import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedNames } from '../../../src/core/packed-names.js';

describe('packed names', () => {
  it('give every name one number, and back what they were given', () => {
    const name = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 300 }), (added) => {
        const names = new PackedNames();
        const known = new Map<string, number>();
        for (const one of added) {
          assert.equal(names.find(one), known.get(one));
          if (!known.has(one)) known.set(one, known.size);
          assert.equal(names.add(one), known.get(one));
        }
        assert.equal(names.size, known.size);
        for (const [one, number] of known) {
          assert.equal(names.at(number), one);
          assert.equal(names.find(one), number);
        }
      }),
    );
  });

  it('tell apart names that share all but a letter, in near-linear time', () => {
    const names = new PackedNames();
    const count = 50_000;
    const nameOf = (number: number) => `${'a'.repeat(20)}${number}`;
    for (let number = 0; number < count; number++) assert.equal(names.add(nameOf(number)), number);
    for (let number = 0; number < count; number += 97) assert.equal(names.find(nameOf(number)), number);
    assert.equal(names.find(nameOf(count)), undefined);
  });
});
