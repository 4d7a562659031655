import type { FakeServer } from '../../fixtures/server/fake-server.js';

/** How each wire format is asked over plain HTTP. */
export interface Asking {
  readonly id: 'openai' | 'ollama' | 'anthropic' | 'gemini';
  readonly streamed: boolean;
  /** The text that stands between two pieces of a stream. */
  readonly between: string;
  path(model: string): string;
  body(prompt: string, model: string): object;
  key(key: string): Record<string, string>;
  /** What a reply's pieces (one, if it is whole) say together, and why they end. */
  read(pieces: readonly unknown[]): Said;
}

export interface Said {
  readonly text: string;
  readonly finish: string | undefined;
}

interface OpenaiPart {
  readonly choices: readonly {
    readonly message?: { readonly content: string | null; readonly refusal: string | null };
    readonly delta?: { readonly content?: string | null; readonly refusal?: string };
    readonly finish_reason: string | null;
  }[];
}

interface OllamaPart {
  readonly message: { readonly content: string };
  readonly done_reason?: string;
}

interface AnthropicPart {
  readonly type: string;
  readonly content?: readonly { readonly text?: string }[];
  readonly stop_reason?: string;
  readonly delta?: { readonly text?: string; readonly stop_reason?: string };
}

interface GeminiPart {
  readonly candidates: readonly {
    readonly content: { readonly parts: readonly { readonly text?: string }[] };
    readonly finishReason?: string;
  }[];
}

const messages = (prompt: string) => [{ role: 'user', content: prompt }];
const last = (all: readonly (string | null | undefined)[]): string | undefined =>
  all.findLast((each) => each !== undefined && each !== null) ?? undefined;

const openai = (streamed: boolean): Asking => ({
  id: 'openai',
  streamed,
  between: '\n\n',
  path: () => '/v1/chat/completions',
  body: (prompt, model) => ({ model, messages: messages(prompt), stream: streamed }),
  key: (key) => ({ authorization: `Bearer ${key}` }),
  read(pieces) {
    const choices = (pieces as OpenaiPart[]).flatMap((piece) => piece.choices);
    return {
      text: choices.map(({ message, delta }) => (message ?? delta)?.content ?? '').join(''),
      finish: choices.some(({ message, delta }) => (message ?? delta)?.refusal)
        ? 'refusal'
        : last(choices.map((choice) => choice.finish_reason)),
    };
  },
});

const ollama = (streamed: boolean): Asking => ({
  id: 'ollama',
  streamed,
  between: '\n',
  path: () => '/api/chat',
  body: (prompt, model) => ({ model, messages: messages(prompt), stream: streamed, truncate: false }),
  key: (key) => ({ authorization: `Bearer ${key}` }),
  read: (pieces) => ({
    text: (pieces as OllamaPart[]).map(({ message }) => message.content).join(''),
    finish: last((pieces as OllamaPart[]).map((piece) => piece.done_reason)),
  }),
});

const anthropic = (streamed: boolean): Asking => ({
  id: 'anthropic',
  streamed,
  between: '\n\n',
  path: () => '/v1/messages',
  body: (prompt, model) => ({ model, messages: messages(prompt), max_tokens: 100, stream: streamed }),
  key: (key) => ({ 'x-api-key': key }),
  read(pieces) {
    const parts = pieces as AnthropicPart[];
    const texts = parts.flatMap(({ content, delta }) => [...(content ?? []), ...(delta ? [delta] : [])]);
    return {
      text: texts.map(({ text }) => text ?? '').join(''),
      finish: last(parts.map(({ stop_reason: whole, delta }) => whole ?? delta?.stop_reason)),
    };
  },
});

const gemini = (streamed: boolean): Asking => ({
  id: 'gemini',
  streamed,
  between: '\r\n\r\n',
  path: (model) =>
    `/v1beta/models/${model}:${streamed ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
  body: (prompt) => ({ contents: [{ role: 'user', parts: [{ text: prompt }] }] }),
  key: (key) => ({ 'x-goog-api-key': key }),
  read(pieces) {
    const candidates = (pieces as GeminiPart[]).flatMap((piece) => piece.candidates);
    return {
      text: candidates.flatMap(({ content }) => content.parts.map(({ text }) => text ?? '')).join(''),
      finish: last(candidates.map((candidate) => candidate.finishReason)),
    };
  },
});

export const askings: readonly Asking[] = [openai, ollama, anthropic, gemini].flatMap((make) => [
  make(false),
  make(true),
]);

export interface AskOptions {
  readonly prompt?: string;
  readonly model?: string;
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Sends one chat request. */
export function ask(server: FakeServer, asking: Asking, options: AskOptions = {}): Promise<Response> {
  const { prompt = 'The mill was built in 1823 by a miller.', model = 'tiny', key, signal } = options;
  return fetch(server.url + asking.path(model), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : asking.key(key)) },
    body: JSON.stringify(asking.body(prompt, model)),
    signal: signal ?? null,
  });
}

/** The pieces of a reply's body. Throws where one is no JSON. */
export function piecesIn(asking: Asking, text: string): unknown[] {
  if (!asking.streamed) return [JSON.parse(text)];
  return text
    .split(asking.between)
    .map((event) => event.split('\n').findLast((line) => line !== '') ?? '')
    .map((line) => (line.startsWith('data: ') ? line.slice('data: '.length) : line))
    .filter((line) => line !== '' && line !== '[DONE]')
    .map((line): unknown => JSON.parse(line));
}
