import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { profileShape } from '../../../src/core/settings/profiles.js';
import { settingNames, settingRows } from '../../../src/core/settings/index.js';
import type { SettingRow } from '../../../src/core/settings/index.js';
import { commands } from '../../../src/extension/commands/table.js';
import { panelId, reviewType } from '../../../src/extension/review/names.js';
import { failuresViewId, runsViewId } from '../../../src/extension/views/names.js';
import { restricted } from '../../../src/extension/settings/values.js';
import { datasetSuffix } from '../../../src/node/dataset.js';
import { actions } from '../../../src/protocol.js';

interface Property {
  readonly type: string | readonly string[];
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: { readonly enum?: readonly string[] };
  readonly additionalProperties?: {
    readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
  };
  readonly propertyNames?: { readonly enum: readonly string[] };
  readonly markdownDescription: string;
  readonly scope: string;
}
interface Used {
  readonly command: string;
  readonly when?: string;
  readonly key?: string;
  readonly mac?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly Used[]>>;
    readonly keybindings: readonly Used[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
    readonly configurationDefaults: { readonly 'files.exclude': Readonly<Record<string, boolean>> };
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string } }[];
    }[];
  };
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

const text = readFileSync('package.json', 'utf8');
const { contributes, capabilities, activationEvents } = JSON.parse(text) as Manifest;
const nls = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const { properties } = contributes.configuration;
const ids = contributes.commands.map(({ command }) => command);
const sources = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`src/extension/${path}`, 'utf8'));

/** Settings of the editor alone. */
const ownSettings = ['review.advance', 'review.revealEvidence', 'review.keys'];

describe('the manifest and the code', () => {
  it('have the same commands', () => {
    assert.deepEqual(commands.map(({ id }) => id).sort(), ids.toSorted());
    const review = ids.filter((id) => id.startsWith('pairsmith.review.'));
    assert.deepEqual(review.sort(), actions.map((action) => `pairsmith.review.${action}`).sort());
  });

  it('name no command of ours that is not there', () => {
    const inMenus = Object.values(contributes.menus).flat();
    const named = [...inMenus, ...contributes.keybindings].map(({ command }) => command);
    const linked = [...Object.values(nls), ...sources].flatMap((one) =>
      [...one.matchAll(/(?:command:|')(pairsmith\.[\w.]+)/g)].map(([, id = '']) => id),
    );
    const others = [
      ...Object.keys(properties),
      reviewType,
      panelId,
      runsViewId,
      failuresViewId,
      'pairsmith.pairsmith',
    ];
    const known = new Set([...ids, ...others]);
    assert.deepEqual(
      [...named, ...linked].filter((id) => !known.has(id)),
      [],
    );
  });

  it('have the same settings, with the same kinds, bounds and defaults', () => {
    const names = [...settingNames, ...ownSettings].map((name) => `pairsmith.${name}`);
    assert.deepEqual(Object.keys(properties).sort(), names.sort());
    for (const name of settingNames) {
      const row: SettingRow = settingRows[name];
      const property = properties[`pairsmith.${name}`] as Property;
      assert.deepEqual(expected(row), actual(property), name);
    }
    assert.deepEqual(properties['pairsmith.review.keys']?.propertyNames?.enum.toSorted(), actions.toSorted());
  });

  it('agree on what a folder must be trusted to choose', () => {
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    assert.deepEqual(
      restrictedConfigurations,
      restricted.map((name) => `pairsmith.${name}`),
    );
  });

  it('define every text that is used, and use every text that is defined', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(nls).sort());
  });

  it('have the same editor and view, and pictures that are there', () => {
    assert.deepEqual(
      contributes.customEditors.map(({ viewType }) => viewType),
      [reviewType],
    );
    assert.deepEqual(
      Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
      [panelId, runsViewId, failuresViewId],
    );
    const [walkthrough] = contributes.walkthroughs;
    assert.equal(walkthrough?.steps.length, 4);
    for (const { media, description } of walkthrough.steps) {
      assert.ok(existsSync(media.svg), media.svg);
      assert.match(nls[description.slice(1, -1)] ?? '', /^\[[^\]]+\]\(command:pairsmith\.\w+\)$/m);
    }
  });

  it('draw the walkthrough without styles, which VS Code does not let in, in the colours of the theme', () => {
    for (const { media } of contributes.walkthroughs[0]?.steps ?? []) {
      const picture = readFileSync(media.svg, 'utf8');
      assert.doesNotMatch(picture, /<style|\bstyle=|\bclass=|<script|\bhref=/, media.svg);
      assert.match(picture, /var\(--vscode-foreground/, media.svg);
    }
  });

  it('keep the lock of a dataset out of the explorer, where it would come and go', () => {
    const { 'files.exclude': excluded } = contributes.configurationDefaults;
    assert.deepEqual(excluded, { [`**/*${datasetSuffix}.lock`]: true });
  });

  it('name views that are there in the conditions of menus, and say what an empty one is for', () => {
    const views = Object.values(contributes.views).flat();
    const whens = Object.values(contributes.menus).flat();
    const named = whens.flatMap(({ when = '' }) => when.match(/(?<=\bview == )[\w.]+/g) ?? []);
    const ids = views.map(({ id }) => id);
    assert.deepEqual([...new Set(named)].sort(), ids.toSorted());
    assert.deepEqual(
      contributes.viewsWelcome.map(({ view }) => view),
      [runsViewId, failuresViewId],
    );
  });

  it('give keys to the review alone, with modifiers: bare letters swallow typing elsewhere', () => {
    for (const { key = '', mac = '', when } of contributes.keybindings) {
      // Not with Ctrl+Alt: that is AltGr, by which many keyboards write letters and signs.
      assert.match(key, /^shift\+alt\+/);
      assert.match(mac, /^cmd\+alt\+/);
      assert.equal(when, "activeCustomEditorId == 'pairsmith.review'");
    }
  });

  it('know the same of a profile', () => {
    const { additionalProperties } = properties['pairsmith.profiles'] ?? {};
    const fields = additionalProperties?.properties ?? {};
    assert.deepEqual(Object.keys(fields).sort(), Object.keys(profileShape.shape).sort());
    assert.deepEqual(fields['provider']?.enum, properties['pairsmith.provider']?.enum);
  });

  it('start the extension for nothing but what it contributes', () => {
    assert.deepEqual(activationEvents, []);
  });
});

/** What package.json has to say of a setting. */
function expected(row: SettingRow) {
  const numeric = row.type === 'number' || row.type === 'whole';
  const kind = row.type === 'whole' ? 'integer' : 'number';
  const list = row.type === 'texts' || row.type === 'numbers';
  return {
    type: numeric
      ? row.default === undefined
        ? [kind, 'null']
        : kind
      : list
        ? 'array'
        : row.type === 'object'
          ? 'object'
          : 'string',
    default: row.default ?? (numeric ? null : list ? [] : ''),
    min: numeric ? row.min : undefined,
    max: numeric ? row.max : undefined,
    values: row.type === 'text' || row.type === 'texts' ? row.values : undefined,
    length: row.type === 'numbers' ? row.length : undefined,
  };
}

function actual({ type, default: value, minimum, maximum, items, maxItems, enum: values }: Property) {
  return {
    type,
    default: value,
    min: minimum,
    max: maximum,
    values: values ?? items?.enum,
    length: maxItems,
  };
}
