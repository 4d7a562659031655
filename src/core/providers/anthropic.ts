import type { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { fail, ok, type Outcome } from '../outcome.js';
import { untilAborted } from './abort.js';
import { readAnthropicReply } from './anthropic-reply.js';
import {
  anthropicBody,
  anthropicVersion,
  isAnthropicHost,
  nextAnthropicForm,
  type AnthropicForm,
} from './anthropic-request.js';
import { anthropicRoot } from './api-roots.js';
import { parseEndpoint, type Endpoint } from './endpoint.js';
import { failureIn, toProviderError, type ErrorContext } from './errors.js';
import { guardedFetch } from './http.js';
import { ModelForms } from './model-forms.js';
import type { ProviderOptions } from './options.js';
import type { Completion, CompletionRequest, Provider, ProviderError, ReplyWatch } from './provider.js';

const anthropicBaseUrl = 'https://api.anthropic.com';
const anthropicKeyName = 'ANTHROPIC_API_KEY';

/**
 * Anthropic's messages, streamed, through the official SDK. A JSON schema goes as a structured output; where the
 * model or server refuses that, the next weaker form is tried, once for each model.
 */
export function createAnthropic(options: ProviderOptions): Provider {
  const baseUrl = anthropicRoot(options.baseUrl ?? anthropicBaseUrl);
  const endpoint = parseEndpoint(baseUrl, options.key, 'x-api-key');
  if (!endpoint.ok) return { id: 'anthropic', complete: () => Promise.resolve(endpoint) };
  const server = new AnthropicServer(endpoint.value, options);
  return {
    id: 'anthropic',
    complete: (request, signal, watch) => untilAborted(signal, (own) => server.ask(request, own, watch)),
  };
}

class AnthropicServer {
  readonly #clients = new Map<string, Promise<BaseAnthropic>>();
  readonly #forms: ModelForms<AnthropicForm>;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: ProviderOptions,
  ) {
    this.#forms = new ModelForms<AnthropicForm>({
      schema: isAnthropicHost(endpoint) ? 'unlimited' : 'full',
      sampling: 'all',
    });
  }

  async ask(
    request: CompletionRequest,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Outcome<Completion, ProviderError>> {
    try {
      for (;;) {
        const form = this.#forms.of(request.model);
        try {
          return ok(await this.#once(request, form, signal, watch));
        } catch (error) {
          const weaker = nextAnthropicForm(form, request, failureIn(error));
          if (weaker === undefined) throw error;
          this.#forms.learn(request.model, form, weaker);
        }
      }
    } catch (error) {
      return fail(toProviderError(error, this.#context(request.model)));
    }
  }

  async #once(
    request: CompletionRequest,
    form: AnthropicForm,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Completion> {
    const client = await this.#client(anthropicVersion(request.sampling, form));
    const body = anthropicBody(request, form, this.options.stream ?? true);
    // Not `messages.create`: it writes to the console about models that are to be retired.
    const response = await client.post('/v1/messages', { body, signal }).asResponse();
    watch?.started();
    return readAnthropicReply(response, request.model, this.endpoint, watch);
  }

  #client(version: string): Promise<BaseAnthropic> {
    let client = this.#clients.get(version);
    if (client === undefined) {
      client = this.#open(version);
      this.#clients.set(version, client);
    }
    return client;
  }

  async #open(version: string): Promise<BaseAnthropic> {
    const { openAnthropic } = await import('./anthropic-client.js');
    const headers = { 'anthropic-version': version };
    const send = guardedFetch(this.options.fetch ?? fetch, this.endpoint, undefined, headers);
    return openAnthropic(this.endpoint, send);
  }

  #context(model: string): ErrorContext {
    return {
      endpoint: this.endpoint,
      model,
      keyName: this.options.keyName ?? anthropicKeyName,
      unreachable: 'Check your connection, or the base URL.',
      unknownModel: 'Choose one that the server offers.',
      unknownAddress: 'Check the base URL: Anthropic is at https://api.anthropic.com.',
    };
  }
}
