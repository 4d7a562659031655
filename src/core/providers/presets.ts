import type { RequestForm, SchemaForm } from './openai-form.js';

/** What is known of a service or server that speaks OpenAI's chat completions. */
export interface Preset {
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** here: it runs on this machine, or one of the user's. */
  readonly place: 'here' | 'hosted';
  /** Undefined: everybody has an address of their own. */
  readonly baseUrl: string | undefined;
  /** The environment variable that holds its key, and the one that holds its address, as its other programs know them. */
  readonly keyName: string;
  readonly addressName?: string | undefined;
  readonly keyHeader?: 'api-key';
  readonly needsKey: boolean;
  /** Requests at once. */
  readonly concurrency: number;
  /** Where to begin: the strictest that it documents. */
  readonly form: RequestForm;
  /** Its name for the seed of the sampling; `seed` if undefined. */
  readonly seedName?: 'random_seed';
  /** What every request with a schema says besides. */
  readonly withSchema?: Readonly<Record<string, unknown>>;
}

const form = (schema: SchemaForm, more: Partial<RequestForm> = {}): RequestForm => ({
  schema,
  tokens: 'max_tokens',
  stream: true,
  usage: true,
  ...more,
});
/** A service on the net that wants a key; and a server on this machine that wants none unless told to. */
const hosted = { place: 'hosted', needsKey: true, concurrency: 8 } as const;
const here = { place: 'here', needsKey: false, concurrency: 4 } as const;

/**
 * OpenAI's own service, and any server that is like it.
 * https://platform.openai.com/docs/api-reference/chat, /docs/guides/structured-outputs (no lengths in a strict schema)
 */
export const openaiPreset: Preset = {
  ...hosted,
  id: 'openai',
  title: 'OpenAI and compatible servers',
  baseUrl: 'https://api.openai.com/v1',
  keyName: 'OPENAI_API_KEY',
  addressName: 'OPENAI_BASE_URL',
  form: form('unlimited', { tokens: 'max_completion_tokens' }),
};

/** The others, with the pages that they were read from in November 2026. To add one is to add a row. */
export const presets: readonly Preset[] = [
  // https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle: the v1 API; deployments are the models
  {
    ...hosted,
    id: 'azure',
    title: 'Azure OpenAI',
    baseUrl: undefined,
    keyName: 'AZURE_OPENAI_API_KEY',
    addressName: 'AZURE_OPENAI_ENDPOINT',
    keyHeader: 'api-key',
    form: form('unlimited', { tokens: 'max_completion_tokens' }),
  },
  // https://lmstudio.ai/docs/developer/openai-compat/structured-output: json_schema, no json_object
  {
    ...here,
    id: 'lmstudio',
    title: 'LM Studio',
    baseUrl: 'http://127.0.0.1:1234/v1',
    keyName: 'LM_API_TOKEN',
    form: form('full'),
  },
  // https://docs.vllm.ai/en/latest/serving/openai_compatible_server, /features/structured_outputs
  {
    ...here,
    id: 'vllm',
    title: 'vLLM',
    baseUrl: 'http://127.0.0.1:8000/v1',
    keyName: 'VLLM_API_KEY',
    concurrency: 16,
    form: form('full'),
  },
  // https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md: a schema becomes a grammar
  {
    ...here,
    id: 'llamacpp',
    title: 'llama.cpp server',
    baseUrl: 'http://127.0.0.1:8080/v1',
    keyName: 'LLAMA_API_KEY',
    form: form('full'),
  },
  // https://github.com/mozilla-ai/llamafile: llama.cpp's server in one file
  {
    ...here,
    id: 'llamafile',
    title: 'llamafile',
    baseUrl: 'http://127.0.0.1:8080/v1',
    keyName: 'LLAMA_API_KEY',
    form: form('full'),
  },
  // https://openrouter.ai/docs/guides/features/structured-outputs, /docs/api/reference/streaming
  {
    ...hosted,
    id: 'openrouter',
    title: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyName: 'OPENROUTER_API_KEY',
    form: form('full'),
    // Else it may choose an upstream that leaves the schema out without a word.
    withSchema: { provider: { require_parameters: true } },
  },
  // https://console.groq.com/docs/structured-outputs, /docs/openai
  {
    ...hosted,
    id: 'groq',
    title: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyName: 'GROQ_API_KEY',
    form: form('full', { tokens: 'max_completion_tokens' }),
  },
  // https://docs.mistral.ai/api: unknown fields are refused; a stream always ends with its usage
  {
    ...hosted,
    id: 'mistral',
    title: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    keyName: 'MISTRAL_API_KEY',
    form: form('full', { usage: false }),
    seedName: 'random_seed',
  },
  // https://api-docs.deepseek.com/guides/json_mode, /guides/function_calling: no json_schema
  {
    ...hosted,
    id: 'deepseek',
    title: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com/v1',
    keyName: 'DEEPSEEK_API_KEY',
    form: form('tool'),
  },
  // https://docs.together.ai/docs/openai-api-compatibility, /docs/json-mode
  {
    ...hosted,
    id: 'together',
    title: 'Together AI',
    baseUrl: 'https://api.together.xyz/v1',
    keyName: 'TOGETHER_API_KEY',
    form: form('full'),
  },
  // https://huggingface.co/docs/inference-providers/guides/structured-output
  {
    ...hosted,
    id: 'huggingface',
    title: 'Hugging Face Inference Providers',
    baseUrl: 'https://router.huggingface.co/v1',
    keyName: 'HF_TOKEN',
    form: form('full'),
  },
];

/** For a server behind another address than the preset's own, of which nothing is known. */
export const unknownServer: RequestForm = form('full');
