import type { SchemaLadder } from './forms.js';
import type { ServerMemory } from './memory.js';
import type { Provider } from './provider.js';

/** What a provider is made with. Nothing of it but `baseUrl`'s host ever reaches a message or a log. */
export interface ProviderOptions {
  /** Where the server is; undefined takes the provider's own. `localhost:1234/v1` is read as http. */
  readonly baseUrl?: string | undefined;
  /** Goes to `baseUrl` alone. A local server needs none. */
  readonly key?: string | undefined;
  /** What to set where the key is missing or wrong, for messages; undefined: the provider's own variable. */
  readonly keyName?: string | undefined;
  /** Ollama: how long the model stays loaded after a request (`5m`, `-1` for ever). */
  readonly keepAlive?: string | number | undefined;
  /** Ollama: whether a model that can think does; undefined leaves it to the model. */
  readonly think?: boolean | 'low' | 'medium' | 'high' | undefined;
  /** Ollama: the context in tokens; undefined takes what the prompt and the reply need. */
  readonly contextTokens?: number | undefined;
  /** Whether replies are asked for piece by piece; true if undefined. */
  readonly stream?: boolean | undefined;
  /** What was found out about servers before; undefined keeps nothing. */
  readonly memory?: ServerMemory | undefined;
  /** VS Code's own models, where we run in VS Code. */
  readonly editor?: Provider | undefined;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** A provider as it is made, before anything is wrapped around it. */
export interface OpenedProvider extends Provider {
  /** Undefined where there is one way to ask for a shape, or none. */
  readonly ladder?: SchemaLadder | undefined;
}
