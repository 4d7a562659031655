import type { Price, Usage } from '../dataset/model.js';

const million = 1_000_000;

/**
 * What tokens cost, in US dollars. Undefined where the price or a count is not known: unknown is not nothing.
 * `usage.input` holds the cached tokens, `usage.output` those of reasoning.
 */
export function costOf(usage: Usage | undefined, price: Price | undefined): number | undefined {
  if (price === undefined || usage?.input === undefined || usage.output === undefined) return undefined;
  const cached = Math.min(usage.cachedInput ?? 0, usage.input);
  const input = (usage.input - cached) * price.input + cached * (price.cachedInput ?? price.input);
  return (input + usage.output * price.output) / million;
}

/** An amount for people: `$0.0042`, `$1.30`, `$1,204`. */
export function dollars(amount: number): string {
  if (amount === 0) return '$0';
  if (amount < 0.01) return `$${amount.toPrecision(2)}`;
  return `$${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}
