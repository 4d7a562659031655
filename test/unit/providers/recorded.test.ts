import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { providerRow } from '../../../src/core/providers/index.js';
import type { CompletionRequest } from '../../../src/core/providers/provider.js';

const folder = new URL('../../fixtures/wire/', import.meta.url);
const types: Readonly<Record<string, string>> = {
  sse: 'text/event-stream; charset=utf-8',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};

type Counts = readonly [input?: number, output?: number, cached?: number, reasoning?: number];
/** What an answer comes to. */
type Answer = readonly [
  text: string,
  reasoning: string | undefined,
  model: string,
  finish: string,
  usage: Counts,
];
/** What a failure comes to. */
interface Failed {
  readonly status: number;
  readonly code: string;
  readonly says: RegExp;
  readonly retryAfterMs?: number;
}

const claude = 'claude-opus-5-5';
const gemini = 'gemini-2.5-flash';
const gpt = 'gpt-4.1-mini-2025-04-14';

const recorded: Readonly<Record<string, Answer | Failed>> = {
  'anthropic-text.sse': [
    'The mill ground flour for sixty years.',
    undefined,
    claude,
    'stop',
    [2125, 15, 2000],
  ],
  'anthropic-tool.sse': ['{"pairs": ["flour"]}', undefined, claude, 'stop', [472, 89]],
  'anthropic-thinking.sse': [
    'Sixty',
    'From 1823 to 1883 are sixty years.',
    claude,
    'length',
    [40, 30, 0, 22],
  ],
  'anthropic-overloaded.sse': { status: 200, code: 'server', says: /failed with status 529/ },
  'anthropic-message.json': ['For sixty years.', undefined, claude, 'stop', [2095, 503, 0]],
  'anthropic-refusal.json': ['This could enable harm.', undefined, claude, 'refused', [412, 0]],
  'anthropic-error-credit.json': { status: 400, code: 'quota', says: /no credit left/ },
  'anthropic-error-rate.json': { status: 429, code: 'rate', says: /Lower the concurrency/ },
  'gemini-thinking.sse': [
    'For sixty years.',
    '**Counting**\nFrom 1823 to 1883.',
    gemini,
    'stop',
    [18, 47, 10, 42],
  ],
  'gemini-stopped.sse': ['The mill', undefined, gemini, 'refused', [18]],
  'gemini-array.json': ['For sixty years', undefined, gemini, 'length', [8, 3]],
  'gemini-blocked.json': ['', undefined, gemini, 'refused', [31]],
  'gemini-error-quota.json': {
    status: 429,
    code: 'rate',
    says: /Lower the concurrency/,
    retryAfterMs: 26_000,
  },
  'gemini-error-key.json': { status: 400, code: 'auth', says: /Set GEMINI_API_KEY/ },
  'openai-text.sse': ['For sixty years.', undefined, gpt, 'stop', [19, 10, 4, 3]],
  'openai-completion.json': ['For sixty', undefined, gpt, 'length', [19, 2, 0, 0]],
  'openai-refusal.json': [
    "I'm sorry, I cannot assist with that request.",
    undefined,
    gpt,
    'refused',
    [81, 11],
  ],
  'openai-error-quota.json': { status: 429, code: 'quota', says: /no credit left/ },
  'ollama-chat.ndjson': ['For sixty years.', 'From 1823 to 1883.', 'qwen3', 'stop', [26, 28]],
  'ollama-error-model.json': { status: 404, code: 'not-found', says: /has no model "qwen3"/ },
};

/** Answers with a recorded body, in pieces of so many bytes. */
function playing(file: string, status: number, size: number): typeof fetch {
  const bytes = readFileSync(new URL(file, folder));
  const type = types[file.slice(file.lastIndexOf('.') + 1)] ?? assert.fail(file);
  return () => {
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, (at += size)));
      },
    });
    return Promise.resolve(new Response(body, { status, headers: { 'content-type': type } }));
  };
}

const request: CompletionRequest = {
  model: 'qwen3',
  messages: [{ role: 'user', content: 'How long did the mill grind flour?' }],
  sampling: {},
  sample: 0,
};

describe('recorded replies', () => {
  it('are all played', () => {
    const files = readdirSync(folder).filter((file) => file !== 'README.md');
    assert.deepEqual(files.sort(), Object.keys(recorded).sort());
  });

  for (const [file, expected] of Object.entries(recorded)) {
    it(`are read, however they are cut: ${file}`, async () => {
      const row = providerRow(file.slice(0, file.indexOf('-'))) ?? assert.fail(file);
      for (const size of [1_000_000, 61, 7]) {
        const fetch = playing(file, 'status' in expected ? expected.status : 200, size);
        // With the context given, Ollama is not asked about the model first.
        const provider = await row.create({ fetch, contextTokens: 4096 });
        const result = await provider.complete(request, new AbortController().signal);
        if ('status' in expected) {
          assert.ok(!result.ok);
          const { code, message, retryAfterMs } = result.error;
          assert.deepEqual([code, retryAfterMs], [expected.code, expected.retryAfterMs]);
          assert.match(message, expected.says);
        } else {
          assert.ok(result.ok, result.ok ? '' : result.error.message);
          const { text, reasoning, model, finish, usage } = result.value;
          const counts = [usage?.input, usage?.output, usage?.cachedInput, usage?.reasoning];
          const [, , , , [input, output, cached, thought]] = expected;
          assert.deepEqual(counts, [input, output, cached, thought]);
          assert.deepEqual([text, reasoning, model, finish], expected.slice(0, 4));
        }
      }
    });
  }
});
