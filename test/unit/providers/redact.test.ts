import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseEndpoint } from '../../../src/core/providers/endpoint.js';
import { hide, redact } from '../../../src/core/providers/redact.js';

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
const writings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  encodeURIComponent,
  (secret) => encodeURIComponent(encodeURIComponent(secret)),
  (secret) => encodeURIComponent(secret).toLowerCase(),
  inJson,
  (secret) => inJson(inJson(secret)),
  (secret) => secret.replaceAll('/', '\\/'),
  (secret) => inJson(secret).replaceAll('+', '\\u002B'),
];
const secret = fc.stringMatching(/^[\x21-\x7e]{8,40}$/);

describe('what hides secrets', () => {
  it('knows them however a server writes them back', () => {
    const words = fc.constantFrom('', 'Bearer ', 'key: "');
    fc.assert(
      fc.property(secret, fc.constantFrom(...writings), words, (key, write, before) => {
        const said = `${before}${write(key.toLowerCase())} was sent`;
        assert.equal(hide(said, [key.toLowerCase()]), `${before}[key] was sent`);
      }),
    );
  });

  it('knows the start of one on which a text breaks off', () => {
    fc.assert(
      fc.property(secret, fc.nat(), (key, cut) => {
        const said = `It is ${key}`.slice(0, 6 + 8 + (cut % (key.length - 7)));
        assert.equal(hide(said, [key]), 'It is [key]');
      }),
    );
  });

  it('leaves all else alone, and what looks like a key of a service is none to keep', () => {
    assert.equal(
      hide('Keys are 100 % "safe" \\ here.', ['s/e+c"r\\et', 'abc']),
      'Keys are 100 % "safe" \\ here.',
    );
    assert.equal(redact('not sk-other-0123456789abcdef', []), 'not [key]');
  });

  it('counts a user that stands alone before the host as a secret, and shows no query', () => {
    const alone = parseEndpoint('https://ghp_token@host/v1', undefined);
    assert.ok(alone.ok && alone.value.secrets.includes('ghp_token'));
    const named = parseEndpoint('https://me:pass-word@host/v1', undefined);
    assert.ok(named.ok && !named.value.secrets.includes('me'));
    const wrong = parseEndpoint('http://my host/v1?key=hidden', undefined);
    assert.match(wrong.ok ? '' : wrong.error.message, /"http:\/\/my host\/v1" is not an address/);
  });
});
