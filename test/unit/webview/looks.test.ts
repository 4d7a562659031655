import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { icons } from '../../../src/webview/view/icon-codes.js';
import { sources } from './sources.js';

const themes = ['dark', 'light', 'contrast', 'contrast-light'].map(
  (name) =>
    JSON.parse(readFileSync(`test/page/themes/${name}.json`, 'utf8')) as {
      variables: Record<string, string>;
    },
);
const styles = sources(/\.css$/)
  .map(({ code }) => code)
  .join('\n');

describe('looks of the review page', () => {
  it('take the icons that VS Code has', () => {
    const lines = readFileSync('node_modules/@vscode/codicons/dist/codicon.csv', 'utf8').split('\n');
    const codes = new Map(lines.map((line) => [line.split(',')[0], line.split(',')[2]?.trim()]));
    for (const [name, code] of Object.entries(icons)) {
      assert.equal(code.toString(16).toUpperCase(), codes.get(name), name);
    }
  });

  it('take colours and fonts that VS Code has', () => {
    const used = new Set(styles.match(/--vscode-[\w-]+/g));
    assert.ok(used.size > 50);
    const unknown = [...used].filter((name) => !themes.some(({ variables }) => name in variables));
    assert.deepEqual(unknown, []);
  });

  it('have no colour of their own but for the last resort', () => {
    assert.deepEqual(styles.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi), ['#8884']);
  });

  it('are drawn without markup from texts', () => {
    const code = sources(/\.tsx?$/)
      .map((file) => file.code)
      .join('\n');
    assert.doesNotMatch(
      code,
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|href=/,
    );
  });
});
