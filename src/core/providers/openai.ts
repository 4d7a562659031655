import type OpenAI from 'openai';
import { fail, ok, type Outcome } from '../outcome.js';
import { untilAborted } from './abort.js';
import { parseEndpoint, type Endpoint } from './endpoint.js';
import { toProviderError, type ErrorContext } from './errors.js';
import { guardedFetch, HttpFailure } from './http.js';
import { readOpenaiReply } from './openai-reply.js';
import { isOpenaiHost, nextForm, openaiBody, type RequestForm } from './openai-request.js';
import type { ProviderOptions } from './options.js';
import type { Completion, CompletionRequest, Provider, ProviderError, ReplyWatch } from './provider.js';

const openaiBaseUrl = 'https://api.openai.com/v1';
const openaiKeyName = 'OPENAI_API_KEY';

/** Wrappers have their own, shorter one; this is for whoever uses the provider bare. */
const timeoutMs = 30 * 60 * 1000;

/**
 * Any server that speaks OpenAI's chat completions, through the official SDK. A JSON schema goes as strict
 * `json_schema`; where the server refuses that, the next weaker form is tried, once in this provider's life.
 */
export function createOpenai(options: ProviderOptions): Provider {
  const endpoint = parseEndpoint(options.baseUrl ?? openaiBaseUrl, options.key);
  if (!endpoint.ok) return { id: 'openai', complete: () => Promise.resolve(endpoint) };
  const server = new OpenaiServer(endpoint.value, options);
  return {
    id: 'openai',
    complete: (request, signal, watch) => untilAborted(signal, (own) => server.ask(request, own, watch)),
  };
}

class OpenaiServer {
  #client: Promise<OpenAI> | undefined;
  #form: RequestForm;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: ProviderOptions,
  ) {
    const own = isOpenaiHost(endpoint);
    this.#form = {
      schema: own ? 'unlimited' : 'full',
      tokens: own ? 'max_completion_tokens' : 'max_tokens',
      stream: options.stream ?? true,
      usage: true,
    };
  }

  async ask(
    request: CompletionRequest,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Outcome<Completion, ProviderError>> {
    const context = this.#context(request.model);
    try {
      this.#client ??= this.#open();
      const client = await this.#client;
      for (;;) {
        const form = this.#form;
        try {
          // The SDK's own reading of a stream takes more time than all else that is done for a reply.
          const response = await client.chat.completions
            .create(openaiBody(request, form), { signal })
            .asResponse();
          watch?.started();
          return ok(await readOpenaiReply(response, request.model, this.endpoint, watch));
        } catch (error) {
          const weaker = error instanceof Error ? nextForm(form, request, failureOf(error)) : undefined;
          if (weaker === undefined) throw error;
          // Requests in flight learn the same; only the first may move the form on.
          if (this.#form === form) this.#form = weaker;
        }
      }
    } catch (error) {
      return fail(toProviderError(error, context));
    }
  }

  async #open(): Promise<OpenAI> {
    const { OpenAI } = await import('openai');
    return new OpenAI({
      baseURL: this.endpoint.url,
      // The SDK insists on a key and reads others from the environment; `guardedFetch` sends ours or none.
      apiKey: 'none',
      adminAPIKey: null,
      organization: null,
      project: null,
      webhookSecret: null,
      maxRetries: 0,
      timeout: timeoutMs,
      logLevel: 'off',
      fetch: guardedFetch(this.options.fetch ?? fetch, this.endpoint),
    });
  }

  #context(model: string): ErrorContext {
    return {
      endpoint: this.endpoint,
      model,
      keyName: openaiKeyName,
      unreachable: 'Is the server running there? Start it, or change the base URL.',
      unknownModel: 'Choose one that the server offers.',
      unknownAddress: 'Check the base URL: it usually ends in /v1.',
    };
  }
}

/** The SDK wraps what its `fetch` throws. */
function failureOf(error: Error): HttpFailure | undefined {
  return error.cause instanceof HttpFailure ? error.cause : undefined;
}
