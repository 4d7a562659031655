import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  flagOf,
  resolveSettings,
  settingNames,
  settingRows,
  variableOf,
} from '../../../src/core/settings/index.js';
import type { SettingName, SettingRow, SettingsLayer } from '../../../src/core/settings/index.js';

type Values = SettingsLayer['values'];
const layer = (name: string, values: Values, asText = false): SettingsLayer => ({
  values,
  asText,
  nameOf: (setting) => `${name} ${setting}`,
});
const settingsOf = (...layers: SettingsLayer[]) => {
  const resolved = resolveSettings(layers);
  assert.ok(resolved.ok, resolved.ok ? '' : resolved.error.message);
  return resolved.value;
};
const problemOf = (...layers: SettingsLayer[]) => {
  const resolved = resolveSettings(layers);
  assert.ok(!resolved.ok);
  return resolved.error.message;
};

describe('settings', () => {
  it('are their defaults where nobody says otherwise', () => {
    const settings = settingsOf();
    for (const name of settingNames) {
      const row: SettingRow = settingRows[name];
      assert.deepEqual(settings[name], row.default);
    }
  });

  it('come from the last layer that has them', () => {
    const settings = settingsOf(
      layer('a', { chunkSize: 500, overlap: 0 }),
      layer('b', { chunkSize: '300' }, true),
    );
    assert.deepEqual([settings.chunkSize, settings.overlap], [300, 0]);
  });

  it('are read from text as from JSON', () => {
    const json = {
      temperature: 0.5,
      questionTypes: ['factual', 'analytical'],
      split: [8, 1, 1],
      stop: ['a,b'],
    };
    const text = { temperature: '0.5', questionTypes: 'factual, analytical', split: '8,1,1', stop: ['a,b'] };
    assert.deepEqual(settingsOf(layer('', text, true)), settingsOf(layer('', json)));
  });

  const wrong: readonly [values: Values, asText: boolean, message: string][] = [
    [{ chunkSize: 'big' }, true, 'x chunkSize must be a whole number from 50 to 1000000, not "big".'],
    [{ chunkSize: '' }, true, 'x chunkSize must be a whole number from 50 to 1000000, not "".'],
    [{ chunkSize: '300' }, false, 'x chunkSize must be a whole number from 50 to 1000000, not "300".'],
    [{ chunkSize: 300.5 }, false, 'x chunkSize must be a whole number from 50 to 1000000, not 300.5.'],
    [{ seed: '1e400' }, true, 'x seed must be a whole number, not "1e400".'],
    [{ timeout: 0 }, false, 'x timeout must be a number of at least 1, not 0.'],
    [{ chunkUnit: 'words' }, true, 'x chunkUnit must be one of characters, tokens, not "words".'],
    [
      { provider: 'x' },
      true,
      `x provider must be one of ${settingRows.provider.values.join(', ')}, not "x".`,
    ],
    [{ language: 3 }, false, 'x language must be a text, not 3.'],
    [
      { questionTypes: [] },
      false,
      'x questionTypes must be some of factual, analytical, explanatory, inferential, not [].',
    ],
    [{ exclude: 'x' }, false, 'x exclude must be a list of texts, not "x".'],
    [{ split: '1,2' }, true, 'x split must be 3 numbers of at least 0, not "1,2".'],
    [{ split: [1, -1, 1] }, false, 'x split must be 3 numbers of at least 0, not [1,-1,1].'],
    [{ split: [0, 0, 0] }, false, 'x split must have at least one share above 0.'],
    [{ overlap: 1000 }, false, 'x overlap (1000) must be smaller than the chunk size (1000).'],
    [{ overlap: 300, chunkSize: 200 }, false, 'x overlap (300) must be smaller than x chunkSize (200).'],
    [{ chunkSize: 60 }, false, 'The overlap (200) must be smaller than x chunkSize (60).'],
  ];
  for (const [values, asText, message] of wrong) {
    it(`say what is wrong: ${JSON.stringify(values)}${asText ? ' as text' : ''}`, () => {
      assert.equal(problemOf(layer('x', values, asText)), message);
    });
  }

  it('never throw, and never let through what their row refuses', () => {
    const given = fc.oneof(
      fc.record({ value: fc.jsonValue(), asText: fc.constant(false) }),
      fc.record({ value: fc.oneof(fc.string(), fc.array(fc.string())), asText: fc.constant(true) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...settingNames), given, (name, { value, asText }) => {
        const resolved = resolveSettings([layer('x', { [name]: value }, asText)]);
        if (!resolved.ok) return;
        const row: SettingRow = settingRows[name];
        const result = resolved.value[name];
        if (row.type === 'whole') assert.ok(Number.isSafeInteger(result));
        if ((row.type === 'number' || row.type === 'whole') && row.min !== undefined)
          assert.ok((result as number) >= row.min);
        if (row.type === 'text' && row.values) assert.ok(row.values.includes(result as string));
      }),
    );
  });

  it('have a flag and a variable each, all different', () => {
    assert.equal(flagOf('pairsPerChunk'), 'pairs-per-chunk');
    assert.equal(variableOf('pairsPerChunk'), 'PAIRSMITH_PAIRS_PER_CHUNK');
    assert.equal(new Set(settingNames.map(variableOf)).size, settingNames.length);
  });

  it('that could send documents away, spend or write elsewhere count from a trusted folder alone', () => {
    const guarded: SettingName[] = [
      'provider',
      'model',
      'baseUrl',
      'promptFile',
      'dataset',
      'concurrency',
      'retries',
    ];
    for (const name of guarded) assert.ok(!('anywhere' in settingRows[name]), name);
  });
});
