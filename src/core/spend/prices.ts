import type { Price } from '../dataset/model.js';

type Row = readonly [model: string, input: number, output: number, cachedInput: number];

/**
 * List prices of text tokens, standard service, prompts under 200,000 tokens. They change without notice, which is
 * what the setting `prices` is for. Source: the public price table of LiteLLM
 * (github.com/BerriAI/litellm, model_prices_and_context_window.json), as of July 2026.
 */
const listed: Readonly<Record<string, readonly Row[]>> = {
  openai: [
    ['gpt-3.5-turbo', 0.5, 1.5, 0.5],
    ['gpt-4', 30, 60, 30],
    ['gpt-4-turbo', 10, 30, 10],
    ['gpt-4.1', 2, 8, 0.5],
    ['gpt-4.1-mini', 0.4, 1.6, 0.1],
    ['gpt-4.1-nano', 0.1, 0.4, 0.025],
    ['gpt-4o', 2.5, 10, 1.25],
    ['gpt-4o-mini', 0.15, 0.6, 0.075],
    ['gpt-5', 1.25, 10, 0.125],
    ['gpt-5-mini', 0.25, 2, 0.025],
    ['gpt-5-nano', 0.05, 0.4, 0.005],
    ['gpt-5.1', 1.25, 10, 0.125],
    ['gpt-5.2', 1.75, 14, 0.175],
    ['gpt-5.4', 2.5, 15, 0.25],
    ['gpt-5.4-mini', 0.75, 4.5, 0.075],
    ['gpt-5.4-nano', 0.2, 1.25, 0.02],
    ['gpt-5.5', 5, 30, 0.5],
    ['gpt-5.6', 5, 30, 0.5],
    ['gpt-5.6-luna', 1, 6, 0.1],
    ['gpt-5.6-sol', 5, 30, 0.5],
    ['gpt-5.6-terra', 2.5, 15, 0.25],
    ['o3', 2, 8, 0.5],
    ['o3-mini', 1.1, 4.4, 0.55],
    ['o4-mini', 1.1, 4.4, 0.275],
  ],
  anthropic: [
    ['claude-haiku-4-5', 1, 5, 0.1],
    ['claude-opus-4', 15, 75, 1.5],
    ['claude-opus-4-1', 15, 75, 1.5],
    ['claude-opus-4-5', 5, 25, 0.5],
    ['claude-opus-4-6', 5, 25, 0.5],
    ['claude-opus-4-7', 5, 25, 0.5],
    ['claude-opus-4-8', 5, 25, 0.5],
    ['claude-opus-5', 5, 25, 0.5],
    ['claude-sonnet-4', 3, 15, 0.3],
    ['claude-sonnet-4-5', 3, 15, 0.3],
    ['claude-sonnet-4-6', 3, 15, 0.3],
    ['claude-sonnet-5', 2, 10, 0.2],
  ],
  gemini: [
    ['gemini-2.5-flash', 0.3, 2.5, 0.03],
    ['gemini-2.5-flash-lite', 0.1, 0.4, 0.01],
    ['gemini-2.5-pro', 1.25, 10, 0.125],
    ['gemini-3-flash', 0.5, 3, 0.05],
    ['gemini-3-pro', 2, 12, 0.2],
    ['gemini-3.1-flash-lite', 0.25, 1.5, 0.025],
    ['gemini-3.1-pro', 2, 12, 0.2],
    ['gemini-3.5-flash', 1.5, 9, 0.15],
    ['gemini-3.5-flash-lite', 0.3, 2.5, 0.03],
    ['gemini-3.6-flash', 1.5, 7.5, 0.15],
  ],
  deepseek: [
    ['deepseek-chat', 0.28, 0.42, 0.028],
    ['deepseek-reasoner', 0.28, 0.42, 0.028],
    ['deepseek-v4-flash', 0.14, 0.28, 0.0028],
    ['deepseek-v4-pro', 0.435, 0.87, 0.0036],
  ],
};

/** What may follow a model's name without its being another model: a date, `-latest`, `-preview`. */
const edition = /^(?:-(?:\d{4}-?\d{2}-?\d{2}|latest|preview))?$/;

/** Prices of one's own: by the model's name, or by `provider/model`. */
export type Prices = Readonly<Record<string, Price>>;

/**
 * The price of a model; undefined where it is not known.
 * @param ownHost whether requests go to the provider's own service: of other servers no list price is known
 */
export function priceOf(provider: string, model: string, ownHost: boolean, own: Prices): Price | undefined {
  for (const name of [`${provider}/${model}`, model]) {
    if (Object.hasOwn(own, name)) return own[name];
  }
  if (!ownHost || !Object.hasOwn(listed, provider)) return undefined;
  const row = listed[provider]?.find(
    ([name]) => model.startsWith(name) && edition.test(model.slice(name.length)),
  );
  if (!row) return undefined;
  const [, input, output, cachedInput] = row;
  return { input, output, cachedInput };
}
