import type { GenerateContentParameters, GoogleGenAI } from '@google/genai/web';
import { fail, ok, type Outcome } from '../outcome.js';
import { untilAborted } from './abort.js';
import { oneMore } from './again.js';
import { geminiRoot } from './api-roots.js';
import { parseEndpoint, type Endpoint } from './endpoint.js';
import { failureIn, toProviderError, type ErrorContext } from './errors.js';
import { readGeminiReply } from './gemini-reply.js';
import { geminiRequest, nextGeminiForm, type GeminiForm } from './gemini-request.js';
import { guardedFetch } from './http.js';
import { ModelForms } from './model-forms.js';
import type { SchemaForm } from './openai-form.js';
import type { OpenedProvider, ProviderOptions } from './options.js';
import type { Completion, CompletionRequest, ProviderError, ReplyWatch } from './provider.js';

const geminiBaseUrl = 'https://generativelanguage.googleapis.com';
const geminiKeyName = 'GEMINI_API_KEY';

/**
 * Google's Gemini API, streamed, through the official SDK. A JSON schema goes along as it is; where the model
 * refuses that, the next weaker form is tried, which is remembered.
 */
export function createGemini(options: ProviderOptions): OpenedProvider {
  const baseUrl = geminiRoot(options.baseUrl ?? geminiBaseUrl);
  const endpoint = parseEndpoint(baseUrl, options.key, 'x-goog-api-key');
  if (!endpoint.ok) return { id: 'gemini', complete: () => Promise.resolve(endpoint) };
  const server = new GeminiServer(endpoint.value, options);
  return {
    id: 'gemini',
    ladder: server.forms,
    complete: (request, signal, watch) => untilAborted(signal, (own) => server.ask(request, own, watch)),
  };
}

/** The name stands in the address of the request. */
const modelName = /^[\w@:-][\w.@:-]*(?:\/[\w@:-][\w.@:-]*)*$/;

const firstForm = (schema: SchemaForm): GeminiForm => ({
  schema: schema === 'tool' ? 'object' : schema,
  system: 'field',
});

class GeminiServer {
  readonly forms: ModelForms<GeminiForm>;
  #client: Promise<GoogleGenAI> | undefined;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: ProviderOptions,
  ) {
    this.forms = new ModelForms<GeminiForm>(endpoint.url, 'full', firstForm, options.memory);
  }

  async ask(
    request: CompletionRequest,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Outcome<Completion, ProviderError>> {
    const { model } = request;
    if (!modelName.test(model) || model.includes('..')) {
      const message = `"${model.slice(0, 200)}" is not the name of a model. Choose one that the server offers.`;
      return fail({ code: 'not-found', message });
    }
    try {
      for (;;) {
        const form = await this.forms.of(model);
        try {
          const response = await this.#send(geminiRequest(request, form, signal));
          watch?.started();
          return ok(await readGeminiReply(response, model, this.endpoint, watch));
        } catch (error) {
          const weaker = nextGeminiForm(form, request, failureIn(error));
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

  /** The SDK makes the request; the reply is kept from it, as it takes one that is cut off for a whole one. */
  async #send(request: GenerateContentParameters): Promise<Response> {
    this.#client ??= this.#open();
    const { models } = await this.#client;
    const send = guardedFetch(this.options.fetch ?? fetch, this.endpoint);
    let response: Response | undefined;
    const keep: typeof fetch = async (url, init) => {
      response = await send(url, init);
      return Response.json({});
    };
    const config = { ...request.config, httpOptions: { fetch: keep } };
    if (this.options.stream ?? true) await models.generateContentStream({ ...request, config });
    else await models.generateContent({ ...request, config });
    if (response === undefined) throw new Error('the SDK sent nothing');
    return response;
  }

  async #open(): Promise<GoogleGenAI> {
    const { openGemini } = await import('./gemini-client.js');
    return openGemini(this.endpoint);
  }

  #context(model: string): ErrorContext {
    return {
      endpoint: this.endpoint,
      model,
      keyName: this.options.keyName ?? geminiKeyName,
      unreachable: 'Check your connection, or the base URL.',
      unknownModel: 'Choose one that the server offers.',
      unknownAddress: 'Check the base URL: Gemini is at https://generativelanguage.googleapis.com.',
    };
  }
}
