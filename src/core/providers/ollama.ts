import { fail, type Outcome } from '../outcome.js';
import { untilAborted } from './abort.js';
import { oneMore } from './again.js';
import { ollamaRoot } from './api-roots.js';
import { parseEndpoint, type Endpoint } from './endpoint.js';
import { failureIn, toProviderError, type ErrorContext } from './errors.js';
import { guardedFetch, HttpFailure } from './http.js';
import { ModelForms } from './model-forms.js';
import { ContextSizes } from './ollama-context.js';
import { withWholeLines } from './ollama-lines.js';
import { readOllamaReply } from './ollama-reply.js';
import { nextOllamaShape, ollamaBody, type OllamaShape } from './ollama-request.js';
import type { SchemaForm } from './openai-form.js';
import type { OpenedProvider, ProviderOptions } from './options.js';
import type { Completion, CompletionRequest, ProviderError, ReplyWatch } from './provider.js';

const ollamaBaseUrl = 'http://127.0.0.1:11434';
const ollamaKeyName = 'OLLAMA_API_KEY';

/**
 * Ollama's own /api/chat, through the official SDK. It streams, as a slow machine may take longer for a reply
 * than `fetch` waits for the first byte of one. A shape goes along as a JSON schema; where server or model refuse that,
 * the next weaker form is tried, which is remembered.
 */
export function createOllama(options: ProviderOptions): OpenedProvider {
  const endpoint = parseEndpoint(ollamaRoot(options.baseUrl ?? ollamaBaseUrl), options.key);
  if (!endpoint.ok) return { id: 'ollama', complete: () => Promise.resolve(endpoint) };
  const server = new OllamaServer(endpoint.value, options);
  return {
    id: 'ollama',
    ladder: server.forms,
    complete: (request, signal, watch) => untilAborted(signal, (own) => server.ask(request, own, watch)),
  };
}

const firstShape = (schema: SchemaForm): OllamaShape => ({ schema: schema === 'tool' ? 'object' : schema });

class OllamaServer {
  readonly forms: ModelForms<OllamaShape>;
  readonly #contexts = new ContextSizes();
  #think: ProviderOptions['think'];

  constructor(
    private readonly endpoint: Endpoint,
    private readonly options: ProviderOptions,
  ) {
    this.#think = options.think;
    this.forms = new ModelForms<OllamaShape>(endpoint.url, 'full', firstShape, options.memory);
  }

  async ask(
    request: CompletionRequest,
    signal: AbortSignal,
    watch: ReplyWatch | undefined,
  ): Promise<Outcome<Completion, ProviderError>> {
    try {
      const client = await this.#client(signal);
      const most = () => client.show({ model: request.model });
      const context = this.options.contextTokens ?? (await this.#contexts.sizeFor(request, most));
      for (;;) {
        const think = this.#think;
        const shape = await this.forms.of(request.model);
        try {
          const body = ollamaBody(request, { ...shape, context, think, keepAlive: this.options.keepAlive });
          const parts = await client.chat(body);
          watch?.started();
          return await readOllamaReply(parts, request.model, context, this.endpoint, watch);
        } catch (error) {
          // Asked to think, a model that cannot answers 400. Its plain answer is what is wanted then.
          if (think !== undefined && isAboutThinking(error)) {
            this.#think = undefined;
          } else {
            const weaker = nextOllamaShape(shape, request, failureIn(error));
            if (weaker === undefined) throw error;
            await this.forms.learn(request.model, shape, weaker);
          }
          const leave = await oneMore(watch);
          if (!leave.ok) return leave;
        }
      }
    } catch (error) {
      return fail(toProviderError(error, this.#context(request.model)));
    }
  }

  /** One a request: the SDK takes no signal, so its `fetch` has to carry it. */
  async #client(signal: AbortSignal) {
    const { Ollama } = await import('ollama/browser');
    const send = guardedFetch(this.options.fetch ?? fetch, this.endpoint, signal);
    return new Ollama({ host: this.endpoint.url, fetch: withWholeLines(send, this.endpoint) });
  }

  #context(model: string): ErrorContext {
    return {
      endpoint: this.endpoint,
      model,
      keyName: this.options.keyName ?? ollamaKeyName,
      unreachable: 'Is Ollama running? Start it with `ollama serve`, or change the base URL.',
      unknownModel: `Get it with \`ollama pull ${model}\`, or choose one of \`ollama list\`.`,
      unknownAddress: 'Check the base URL: Ollama usually is at http://127.0.0.1:11434.',
    };
  }
}

function isAboutThinking(error: unknown): boolean {
  return error instanceof HttpFailure && error.status === 400 && /think/i.test(error.body);
}
