import type { OpenedProvider, ProviderOptions } from './options.js';
import { openaiPreset, presets, type Preset } from './presets.js';
import { vscodeId, withoutEditor } from './vscode.js';

export type { ProviderOptions } from './options.js';
export { withFallbacks } from './fallback.js';
export type { Spare } from './fallback.js';
export { withRetry } from './retry.js';
export { Limiter } from './limits/limiter.js';
export { Limiters } from './limits/registry.js';
export { steeringOf } from './limits/steering.js';
export type { Steering } from './limits/steering.js';
export type { Traffic } from './limits/traffic.js';
export { stack } from './stack.js';
export { withTimeouts } from './timeout.js';
export type { Timeouts } from './timeout.js';

/** What is known of a provider before it is made. */
export interface ProviderRow {
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** rules: it asks nobody; here: it usually runs on this machine; hosted: a service on the net; editor: VS Code. */
  readonly place: 'rules' | 'here' | 'hosted' | 'editor';
  /** The environment variable and secret that holds its key; undefined where none is taken. */
  readonly keyName: string | undefined;
  /** Other variables that its own programs take the key from, where that one is not set. */
  readonly otherKeyNames?: readonly string[] | undefined;
  /** The origins that the key of that variable is for, where these are not those of the default address. */
  readonly keyHosts?: readonly string[] | undefined;
  /** Whether its own service refuses requests without a key. */
  readonly needsKey: boolean;
  /** The environment variable with the address of the server, as its other programs know it. */
  readonly addressName: string | undefined;
  readonly needsModel: boolean;
  /** The model to take where none is chosen; undefined leaves the choice to the user. */
  readonly defaultModel: string | undefined;
  /** Undefined where it asks nobody, or everybody's server is somewhere else. */
  readonly defaultBaseUrl: string | undefined;
  /** Requests at once. */
  readonly defaultConcurrency: number;
  /** Loads what it needs and makes one. Sends nothing yet. */
  create(options: ProviderOptions): Promise<OpenedProvider>;
}

/** Every provider. To add one: a file beside this one, and a row here. */
export const providers: readonly ProviderRow[] = [
  {
    id: 'builtin',
    title: 'Built-in rules (no model, no network)',
    place: 'rules',
    keyName: undefined,
    needsKey: false,
    addressName: undefined,
    needsModel: false,
    defaultModel: 'rules-1',
    defaultBaseUrl: undefined,
    defaultConcurrency: 16,
    create: async () => (await import('./builtin/index.js')).createBuiltin(),
  },
  presetRow(openaiPreset),
  ...presets.map(presetRow),
  {
    id: 'ollama',
    title: 'Ollama',
    place: 'here',
    keyName: 'OLLAMA_API_KEY',
    keyHosts: ['https://ollama.com'],
    needsKey: false,
    addressName: 'OLLAMA_HOST',
    needsModel: true,
    defaultModel: undefined,
    defaultBaseUrl: 'http://127.0.0.1:11434',
    defaultConcurrency: 2,
    create: async (options) => (await import('./ollama.js')).createOllama(options),
  },
  {
    id: 'anthropic',
    title: 'Anthropic',
    place: 'hosted',
    keyName: 'ANTHROPIC_API_KEY',
    needsKey: true,
    addressName: 'ANTHROPIC_BASE_URL',
    needsModel: true,
    defaultModel: undefined,
    defaultBaseUrl: 'https://api.anthropic.com',
    defaultConcurrency: 8,
    create: async (options) => (await import('./anthropic.js')).createAnthropic(options),
  },
  {
    id: 'gemini',
    title: 'Google Gemini',
    place: 'hosted',
    keyName: 'GEMINI_API_KEY',
    otherKeyNames: ['GOOGLE_API_KEY'],
    needsKey: true,
    addressName: 'GOOGLE_GEMINI_BASE_URL',
    needsModel: true,
    defaultModel: undefined,
    defaultBaseUrl: 'https://generativelanguage.googleapis.com',
    defaultConcurrency: 8,
    create: async (options) => (await import('./gemini.js')).createGemini(options),
  },
  {
    id: vscodeId,
    title: 'VS Code’s own models (Copilot and others)',
    place: 'editor',
    keyName: undefined,
    needsKey: false,
    addressName: undefined,
    needsModel: true,
    defaultModel: undefined,
    defaultBaseUrl: undefined,
    defaultConcurrency: 4,
    create: ({ editor }) => Promise.resolve(editor ?? withoutEditor),
  },
];

function presetRow(preset: Preset): ProviderRow {
  return {
    id: preset.id,
    title: preset.title,
    place: preset.place,
    keyName: preset.keyName,
    needsKey: preset.needsKey,
    addressName: preset.addressName,
    needsModel: true,
    defaultModel: undefined,
    defaultBaseUrl: preset.baseUrl,
    defaultConcurrency: preset.concurrency,
    create: async (options) => (await import('./openai.js')).createOpenai(options, preset),
  };
}

/** Whether a provider's requests go to an address. */
export const isServer = ({ place }: ProviderRow): boolean => place === 'here' || place === 'hosted';

/** The row of a provider, or undefined if there is none of that id. */
export function providerRow(id: string): ProviderRow | undefined {
  return providers.find((row) => row.id === id);
}
