import type OpenAI from 'openai';
import { fail, ok, type Outcome } from '../outcome.js';
import { untilAborted } from './abort.js';
import { oneMore } from './again.js';
import { apiVersion, azureAddress } from './azure.js';
import { parseEndpoint, type Endpoint } from './endpoint.js';
import { failureIn, toProviderError, type ErrorContext } from './errors.js';
import { Forms } from './forms.js';
import { guardedFetch } from './http.js';
import { unusableAnswer } from './openai-answer.js';
import { nextForm, type RequestForm } from './openai-form.js';
import { readOpenaiReply } from './openai-reply.js';
import { openaiBody } from './openai-request.js';
import type { OpenedProvider, ProviderOptions } from './options.js';
import { openaiPreset, unknownServer, type Preset } from './presets.js';
import type { Completion, CompletionRequest, ProviderError, ReplyWatch } from './provider.js';

/** Wrappers have their own, shorter one; this is for whoever uses the provider bare. */
const timeoutMs = 30 * 60 * 1000;

/**
 * Any server that speaks OpenAI's chat completions, through the official SDK. A shape is asked for in the strictest form
 * that the preset names; where the server refuses it, in the next weaker one, which is remembered.
 */
export function createOpenai(options: ProviderOptions, preset: Preset = openaiPreset): OpenedProvider {
  const { id } = preset;
  const address = options.baseUrl ?? preset.baseUrl;
  if (address === undefined) {
    const message = `${preset.title}: say where your server is, as the base URL.`;
    return { id, complete: () => Promise.resolve(fail({ code: 'bad-request', message })) };
  }
  const baseUrl = id === 'azure' ? azureAddress(address) : address;
  const endpoint = parseEndpoint(baseUrl, options.key, preset.keyHeader);
  if (!endpoint.ok) return { id, complete: () => Promise.resolve(endpoint) };
  const server = new OpenaiServer(endpoint.value, preset, options, apiVersion(baseUrl));
  return {
    id,
    ladder: server.forms,
    complete: (request, signal, watch) => untilAborted(signal, (own) => server.ask(request, own, watch)),
  };
}

class OpenaiServer {
  readonly forms: Forms;
  #client: Promise<OpenAI> | undefined;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly preset: Preset,
    private readonly options: ProviderOptions,
    private readonly version: string | undefined,
  ) {
    const start = startOf(preset, endpoint);
    const stream = options.stream ?? start.stream;
    this.forms = new Forms(endpoint.url, { ...start, stream }, options.memory);
  }

  async ask(
    request: CompletionRequest,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Outcome<Completion, ProviderError>> {
    const { model } = request;
    try {
      this.#client ??= this.#open();
      const client = await this.#client;
      for (;;) {
        const form = await this.forms.of(model);
        try {
          const body = openaiBody(request, form, this.preset);
          // The response as it came: servers end, break and stream in more ways than the SDK's reading knows.
          const response = await client.chat.completions.create(body, { signal }).asResponse();
          watch?.started();
          return ok(await readOpenaiReply(response, model, this.endpoint, watch));
        } catch (error) {
          const failure = failureIn(error);
          const answer = failure && unusableAnswer(failure);
          if (answer !== undefined) return ok({ ...answer, model });
          const weaker = nextForm(form, request, failure);
          if (weaker === undefined) throw error;
          await this.forms.learn(model, form, weaker);
          const leave = await oneMore(watch);
          if (!leave.ok) return leave;
        }
      }
    } catch (error) {
      return fail(toProviderError(error, this.#context(model)));
    }
  }

  async #open(): Promise<OpenAI> {
    const { OpenAI } = await import('openai');
    return new OpenAI({
      baseURL: this.endpoint.url,
      defaultQuery: this.version === undefined ? undefined : { 'api-version': this.version },
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
      keyName: this.options.keyName ?? this.preset.keyName,
      unreachable: 'Is the server running there? Start it, or change the base URL.',
      unknownModel: 'Choose one that the server offers.',
      unknownAddress: 'Check the base URL: it usually ends in /v1.',
    };
  }
}

/** Behind `openai` is any server; OpenAI's own refuses what it does not know, and length limits in a strict schema. */
function startOf(preset: Preset, endpoint: Endpoint): RequestForm {
  const { hostname } = new URL(endpoint.url);
  const own = hostname === 'api.openai.com' || hostname.endsWith('.openai.azure.com');
  return preset.id === 'openai' && !own ? unknownServer : preset.form;
}
