import type { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { fail, ok, type Outcome } from '../outcome.js';
import { untilAborted } from './abort.js';
import { oneMore } from './again.js';
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
import type { SchemaForm } from './openai-form.js';
import type { OpenedProvider, ProviderOptions } from './options.js';
import type { Completion, CompletionRequest, ProviderError, ReplyWatch } from './provider.js';

const anthropicBaseUrl = 'https://api.anthropic.com';
const anthropicKeyName = 'ANTHROPIC_API_KEY';

/**
 * Anthropic's messages, streamed, through the official SDK. A JSON schema goes as a structured output; where the
 * model or server refuses that, the next weaker form is tried, which is remembered.
 */
export function createAnthropic(options: ProviderOptions): OpenedProvider {
  const baseUrl = anthropicRoot(options.baseUrl ?? anthropicBaseUrl);
  const endpoint = parseEndpoint(baseUrl, options.key, 'x-api-key');
  if (!endpoint.ok) return { id: 'anthropic', complete: () => Promise.resolve(endpoint) };
  const server = new AnthropicServer(endpoint.value, options);
  return {
    id: 'anthropic',
    ladder: server.forms,
    complete: (request, signal, watch) => untilAborted(signal, (own) => server.ask(request, own, watch)),
  };
}

const firstForm = (schema: SchemaForm): AnthropicForm => ({
  schema: schema === 'object' ? 'none' : schema,
  strict: true,
  sampling: 'all',
});

class AnthropicServer {
  readonly forms: ModelForms<AnthropicForm>;
  readonly #clients = new Map<string, Promise<BaseAnthropic>>();

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: ProviderOptions,
  ) {
    const start = isAnthropicHost(endpoint) ? 'unlimited' : 'full';
    this.forms = new ModelForms<AnthropicForm>(endpoint.url, start, firstForm, options.memory);
  }

  async ask(
    request: CompletionRequest,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Outcome<Completion, ProviderError>> {
    try {
      for (;;) {
        const form = await this.forms.of(request.model);
        try {
          return ok(await this.#once(request, form, signal, watch));
        } catch (error) {
          const weaker = nextAnthropicForm(form, request, failureIn(error));
          if (weaker === undefined) throw error;
          await this.forms.learn(request.model, form, weaker);
          const leave = await oneMore(watch);
          if (!leave.ok) return leave;
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
