import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLine } from '../../../src/core/dataset/guards.js';
import { lineSchemas } from '../../../src/core/dataset/lines.js';
import type { Line } from '../../../src/core/dataset/lines.js';
import { formatLine, parseLine } from '../../../src/core/dataset/parse.js';
import { createIds, ulidTime } from '../../../src/core/dataset/ulid.js';
import { anyLine } from '../../fixtures/lines.js';

/** Every place in a JSON value, as a function that sets it. */
function places(value: unknown, set: (v: unknown) => void, out: ((v: unknown) => void)[] = []) {
  out.push(set);
  if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      const at = value as Record<string, unknown>;
      places(at[key], (v) => (v === undefined ? delete at[key] : (at[key] = v)), out);
    }
  }
  return out;
}

describe('lines', () => {
  it('come back from their text as they were', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const text = formatLine(line);
        assert.equal(text.indexOf('\n'), text.length - 1);
        assert.deepEqual(parseLine(text.slice(0, -1)), { ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('are judged alike by the quick guard and by the schema', () => {
    const junk = fc.constantFrom(undefined, null, 0, 1, -1, 1.5, '', 'x', 'new', [], [1, 2], {}, true, 1e300);
    fc.assert(
      fc.property(anyLine, fc.nat(), junk, (line, where, value) => {
        const holder = { line: structuredClone(line) as unknown };
        const all = places(holder.line, (v) => (holder.line = v));
        all[where % all.length]?.(value);
        const type = (holder.line as Line | null | undefined)?.type;
        const known = type !== undefined && Object.hasOwn(lineSchemas, type);
        const bySchema = known && lineSchemas[type].safeParse(holder.line).success;
        assert.equal(isLine(holder.line), bySchema);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => void parseLine(text)),
    );
  });

  const problem = (text: string) => {
    const parsed = parseLine(text);
    return parsed.ok ? 'ok' : parsed.error.code;
  };

  it('say what is wrong with them', () => {
    assert.equal(problem('{"type":"chunk","id":"01'), 'torn');
    assert.equal(problem('<<<<<<< HEAD'), 'conflict');
    assert.equal(problem('======='), 'conflict');
    assert.equal(problem('>>>>>>> branch'), 'conflict');
    assert.equal(problem('[1]'), 'shape');
    assert.equal(problem('{"type":"constructor"}'), 'unknown');
    assert.equal(problem('{"type":"__proto__"}'), 'unknown');
    const parsed = parseLine(
      '{"type":"split","id":"01K00000000000000000000000","by":"a","group":"g","split":"x"}',
    );
    assert.ok(!parsed.ok);
    assert.match(parsed.error.message, /^A split line with a wrong split:/);
  });
});

describe('ids', () => {
  it('only ever rise, also when the clock is set back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6)), (times) => {
        let now = 0;
        const ids = createIds({ now: () => now }, () => 0.999999);
        const made = times.map((time) => {
          now = time;
          return ids.next();
        });
        assert.deepEqual(made, [...new Set(made)].sort());
      }),
    );
  });

  it('rise above what others wrote', () => {
    const ids = createIds({ now: () => 5 }, () => 0);
    const theirs = createIds({ now: () => 9_999_999 }, () => 0.5).next();
    ids.seen(theirs);
    assert.ok(ids.next() > theirs);
  });

  it('go on after the largest id that there is', () => {
    const ids = createIds({ now: () => 5 }, () => 0);
    ids.seen('0' + 'Z'.repeat(25));
    assert.match(ids.next(), /^0[0-9A-Z]{25}$/);
  });

  it('hold their time', () => {
    assert.equal(
      ulidTime(createIds({ now: () => 1_770_000_000_123 }, Math.random).next()),
      1_770_000_000_123,
    );
  });
});
