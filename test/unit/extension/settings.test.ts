import assert from 'node:assert/strict';
import { resolveSettings, settingNames, settingRows, setupsOf } from '../../../src/core/settings/index.js';
import { restricted, settingsLayer } from '../../../src/extension/settings/values.js';

/** The settings as VS Code gives them where these are set: all others have what package.json says. */
const resolved = (set: Readonly<Record<string, unknown>>, { trusted = true, user = {} } = {}) => {
  const unset = (name: string) => {
    const row = settingRows[name as 'provider'] as { readonly default?: unknown; readonly type: string };
    if ('default' in row) return row.default;
    return row.type === 'text' ? '' : row.type === 'texts' ? [] : null;
  };
  const own: Readonly<Record<string, unknown>> = user;
  const layer = settingsLayer(
    (name) => ({ value: name in set ? set[name] : unset(name), user: own[name] }),
    trusted,
  );
  const settings = resolveSettings([layer]);
  return settings.ok ? settings.value : settings.error.message;
};

const complaint = (set: Readonly<Record<string, unknown>>): string => {
  const message = resolved(set);
  return typeof message === 'string' ? message : '';
};

const defaults = resolveSettings([]);

describe('settings of the editor', () => {
  it('come to what the command line has where nothing is set', () => {
    assert.ok(defaults.ok);
    assert.deepEqual(resolved({}), defaults.value);
  });

  it('take an empty text, an empty list and null for not set', () => {
    assert.deepEqual(resolved({ model: '', stop: [], temperature: null, chunkSize: null }), resolved({}));
    assert.deepEqual(resolved({ dataset: '' }), resolved({}));
  });

  it('keep what is set', () => {
    const set = { provider: 'ollama', model: 'm', temperature: 0, stop: ['x'], exclude: ['a'], overlap: 0 };
    const settings = resolved(set);
    assert.ok(typeof settings === 'object');
    for (const [name, value] of Object.entries(set)) assert.deepEqual(settings[name as 'provider'], value);
  });

  it('name the one that is wrong', () => {
    assert.equal(resolved({ topP: 3 }), 'pairsmith.topP must be a number from 0 to 1, not 3.');
    assert.match(complaint({ provider: 'nobody' }), /^pairsmith\.provider must be one of builtin/);
    assert.match(complaint({ questionTypes: [] }), /^pairsmith\.questionTypes must be some of/);
    assert.equal(
      complaint({ overlap: 2000 }),
      'pairsmith.overlap (2000) must be smaller than pairsmith.chunkSize (1000).',
    );
    assert.match(complaint({ split: [0, 0, 0] }), /^pairsmith\.split must have at least one share/);
    const settings = resolved({ useProfiles: ['fast'] });
    assert.ok(typeof settings === 'object');
    const setups = setupsOf(settings, (name) => `pairsmith.${name}`);
    assert.ok(!setups.ok);
    assert.match(setups.error.message, /^pairsmith\.useProfiles: There is no profile fast\./);
  });

  it('leave a folder that is not trusted the built-in generator alone', () => {
    const set = { provider: 'openai', model: 'm', baseUrl: 'http://evil.example/v1', promptFile: 'p.txt' };
    const chosen = { ...set, dataset: 'x.pairs.jsonl', concurrency: 1000, chunkSize: 400 };
    const settings = resolved(chosen, { trusted: false, user: { ...set, dataset: 'own.pairs.jsonl' } });
    assert.ok(typeof settings === 'object');
    const { provider, model, baseUrl, promptFile, dataset, concurrency, chunkSize } = settings;
    assert.deepEqual([provider, model, baseUrl, promptFile], ['builtin', undefined, undefined, undefined]);
    assert.deepEqual([dataset, concurrency, chunkSize], ['own.pairs.jsonl', undefined, 400]);
  });

  it('restrict whatever could spend, read files or send documents elsewhere', () => {
    for (const name of ['provider', 'model', 'baseUrl', 'promptFile', 'dataset', 'concurrency'] as const) {
      assert.ok(restricted.includes(name), name);
    }
    assert.ok(settingNames.length > restricted.length);
  });
});
