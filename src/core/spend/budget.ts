import type { Price, Usage } from '../dataset/model.js';
import { fail, type Outcome } from '../outcome.js';
import { cancelled, onAbort } from '../providers/abort.js';
import { oneMore } from '../providers/again.js';
import type {
  Completion,
  CompletionRequest,
  Provider,
  ProviderError,
  ProviderErrorCode,
  ReplyWatch,
} from '../providers/provider.js';
import { tokenCeiling } from '../providers/tokens.js';
import { costOf, dollars } from './cost.js';

/** The most that a run may take. Undefined is no limit. */
export interface BudgetLimits {
  /** US dollars. */
  readonly cost?: number | undefined;
  /** Of prompts and replies together. */
  readonly tokens?: number | undefined;
  /** Requests, each try of one among them. */
  readonly requests?: number | undefined;
}

export interface Amount {
  cost: number;
  tokens: number;
  requests: number;
}

/** What a run has spent, and what its requests in flight may come to at most. */
export class Budget {
  readonly #spent: Amount = { cost: 0, tokens: 0, requests: 0 };
  readonly #held: Amount = { cost: 0, tokens: 0, requests: 0 };
  #waiting: (() => void)[] = [];

  /** @param before what an earlier part of the run has spent of it */
  constructor(
    readonly limits: BudgetLimits,
    before: Readonly<Amount> = nothing,
  ) {
    change(this.#spent, before, 1);
  }

  get spent(): Readonly<Amount> {
    return this.#spent;
  }

  /** Whether there is anything to hold to. */
  get limited(): boolean {
    const { cost, tokens, requests } = this.limits;
    return cost !== undefined || tokens !== undefined || requests !== undefined;
  }

  /** Holds what a request may come to. Resolves once there is room, or with what is in the way. */
  async hold(most: Readonly<Amount>, signal: AbortSignal): Promise<Outcome<undefined, ProviderError>> {
    for (;;) {
      if (signal.aborted) return cancelled();
      if (this.#fits(most, this.#held)) {
        change(this.#held, most, 1);
        return { ok: true, value: undefined };
      }
      if (!this.#fits(most, nothing)) return fail(this.#usedUp(most));
      await this.#settled(signal);
    }
  }

  /** Takes a hold back, and counts what became of it. */
  settle(most: Readonly<Amount>, spent: Readonly<Amount>): void {
    change(this.#held, most, -1);
    change(this.#spent, spent, 1);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #fits(most: Readonly<Amount>, held: Readonly<Amount>): boolean {
    const { limits } = this;
    const room = (name: keyof Amount) =>
      this.#spent[name] + held[name] + most[name] <= (limits[name] ?? Infinity) * (1 + rounding);
    return room('cost') && room('tokens') && room('requests');
  }

  #settled(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const forget = onAbort(signal, resolve);
      this.#waiting.push(() => {
        forget();
        resolve();
      });
    });
  }

  #usedUp(most: Readonly<Amount>): ProviderError {
    const { limits } = this;
    const { cost, tokens, requests } = this.#spent;
    const over = (name: keyof Amount) => this.#spent[name] + most[name] > (limits[name] ?? Infinity);
    const message = over('requests')
      ? `The budget of ${limits.requests} requests is used up. Raise budgetRequests to go on.`
      : over('tokens')
        ? `${tokens} of the budget's ${limits.tokens} tokens are used, and the next request could take ${most.tokens}. Raise budgetTokens to go on.`
        : `${dollars(cost)} of the budget of ${dollars(limits.cost ?? 0)} are spent, and the next request could cost ${dollars(most.cost)}. Raise budget to go on.`;
    return { code: 'budget', message: requests === 0 ? `${message} Nothing was asked.` : message };
  }
}

/** Sums of fractions of cents. */
const rounding = 1e-9;
const nothing: Readonly<Amount> = { cost: 0, tokens: 0, requests: 0 };

function change(sum: Amount, by: Readonly<Amount>, sign: 1 | -1): void {
  sum.cost += sign * by.cost;
  sum.tokens += sign * by.tokens;
  sum.requests += sign * by.requests;
}

/** Where a reply has no limit of its own, a budget gives it this one: in tokens, thinking among them. */
const replyTokens = 8192;

/** The server has refused these before it worked on them. */
const unbilled: ReadonlySet<ProviderErrorCode> = new Set([
  'auth',
  'quota',
  'rate',
  'not-found',
  'context',
  'bad-request',
]);

/** What such a request took. */
const refused: Readonly<Amount> = { ...nothing, requests: 1 };

/**
 * The provider with a budget that no try can pass: each holds what it may come to at most, and is not sent where
 * that could be too much. What a failed try took is not known, so all that it held counts.
 * @param price undefined: the model's is not known, and no budget of money is held
 */
export function withBudget(provider: Provider, budget: Budget, price: Price | undefined): Provider {
  if (!budget.limited) return provider;
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      const bounded = withReplyLimit(request);
      const most = ceilingOf(bounded, price);
      const held = await budget.hold(most, signal);
      if (!held.ok) return held;
      let spent: Amount = most;
      let holds = true;
      let ended = false;
      const own: ReplyWatch = {
        started: () => watch?.started(),
        piece: () => watch?.piece(),
        async again() {
          budget.settle(most, refused);
          holds = false;
          const more = await budget.hold(most, signal);
          if (!more.ok) return more;
          if (ended) {
            budget.settle(most, nothing);
            return cancelled();
          }
          holds = true;
          return oneMore(watch);
        },
      };
      try {
        const result = await provider.complete(bounded, signal, own);
        spent = spentBy(result, most, price);
        return result;
      } finally {
        ended = true;
        if (holds) budget.settle(most, spent);
      }
    },
  };
}

function withReplyLimit(request: CompletionRequest): CompletionRequest {
  const { sampling } = request;
  const { maxTokens, numPredict } = sampling;
  if (maxTokens !== undefined && (numPredict === undefined || numPredict > 0)) return request;
  // A negative numPredict means no end.
  const most = maxTokens ?? (numPredict !== undefined && numPredict > 0 ? numPredict : replyTokens);
  return { ...request, sampling: { ...sampling, maxTokens: most, numPredict: numPredict && most } };
}

function ceilingOf({ messages, schema, sampling }: CompletionRequest, price: Price | undefined): Amount {
  // Some servers write the schema into the prompt.
  const asked = schema
    ? [...messages, { role: 'system' as const, content: JSON.stringify(schema.schema) }]
    : messages;
  const input = tokenCeiling(asked);
  const output = Math.max(sampling.maxTokens ?? replyTokens, sampling.numPredict ?? 0);
  return { cost: costOf({ input, output }, price) ?? 0, tokens: input + output, requests: 1 };
}

function spentBy(result: Outcome<Completion, ProviderError>, most: Amount, price: Price | undefined): Amount {
  if (!result.ok) return unbilled.has(result.error.code) ? refused : most;
  const { usage } = result.value;
  return { cost: costOf(usage, price) ?? most.cost, tokens: tokensOf(usage) ?? most.tokens, requests: 1 };
}

const tokensOf = (usage: Usage | undefined): number | undefined =>
  usage?.input === undefined || usage.output === undefined ? undefined : usage.input + usage.output;
