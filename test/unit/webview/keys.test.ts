import assert from 'node:assert/strict';
import { actions } from '../../../src/protocol.js';
import { defaultKeys, keyLabel, keyMap, pressedKey, readKey } from '../../../src/webview/keys/keys.js';
import type { Pressed } from '../../../src/webview/keys/keys.js';

const press = (key: string, more: Partial<Pressed> = {}): string | undefined =>
  pressedKey({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    thirdLevel: false,
    ...more,
  });

describe('keys', () => {
  it('are there for each action, each key for one', () => {
    assert.deepEqual(Object.keys(defaultKeys).sort(), [...actions].sort());
    const all = Object.values(defaultKeys).flat();
    assert.equal(new Set(all.map(readKey)).size, all.length);
    assert.equal(keyMap().action.size, all.length);
  });

  it('are read as people write them', () => {
    assert.equal(readKey('A'), 'Shift+a');
    assert.equal(readKey('shift+A'), 'Shift+a');
    assert.equal(readKey('cmd+Z'), 'Ctrl+Shift+z');
    assert.equal(readKey('Ctrl+Alt+ArrowDown'), 'Ctrl+Alt+ArrowDown');
    assert.equal(readKey(' '), 'Space');
    assert.equal(readKey('Ctrl++'), 'Ctrl++');
    assert.equal(readKey('+'), '+');
    assert.equal(readKey('hyper+x'), undefined);
    assert.equal(readKey(''), undefined);
  });

  it('are told by what was pressed', () => {
    assert.equal(press('a'), 'a');
    assert.equal(press('A', { shiftKey: true }), 'Shift+a');
    assert.equal(press('A'), 'a', 'with caps lock');
    assert.equal(press('?', { shiftKey: true }), '?');
    assert.equal(press('1', { shiftKey: true }), '1', 'where figures need Shift');
    assert.equal(press(' '), 'Space');
    assert.equal(press('z', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+z');
    assert.equal(press('/', { ctrlKey: true, altKey: true, thirdLevel: true }), '/');
    assert.equal(press('ф', { code: 'KeyA' }), 'a', 'on a keyboard of another script');
  });

  it('are left to an input method', () => {
    assert.equal(press('a', { isComposing: true }), undefined);
    assert.equal(press('Process'), undefined);
    assert.equal(press('Dead'), undefined);
  });

  it('of a person come before the default ones', () => {
    const { action, keys } = keyMap({ accept: ['j'], edit: [] });
    assert.equal(action.get('j'), 'accept');
    assert.equal(action.get('ArrowDown'), 'next');
    assert.equal(action.has('a'), false);
    assert.equal(action.has('e'), false);
    assert.deepEqual(keys.edit, []);
    assert.deepEqual(keys.next, ['ArrowDown']);
  });

  it('are shown as they stand on the keyboard', () => {
    assert.equal(keyLabel('Ctrl+Shift+z', false), 'Ctrl+Shift+Z');
    assert.equal(keyLabel('Ctrl+z', true), '⌘Z');
    assert.equal(keyLabel('ArrowDown', false), '↓');
    assert.equal(keyLabel('a', false), 'a');
  });
});
