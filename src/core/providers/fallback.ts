import type { Price } from '../dataset/model.js';
import { fail, ok, type Outcome } from '../outcome.js';
import type { Clock } from '../ports.js';
import type { Completion, Provider, ProviderError, ProviderErrorCode, Sampling } from './provider.js';

/** Whom to turn to, and how it is asked. */
export interface Spare {
  readonly provider: Provider;
  readonly model: string;
  readonly sampling: Sampling;
  /** What its tokens cost, where that is known. */
  readonly price: Price | undefined;
}

interface Candidate {
  readonly provider: Provider;
  readonly spare?: Spare;
  inRow: number;
  /** Passed by until then. */
  downUntil: number;
}

type Answer = Outcome<Completion, ProviderError>;

/** Nothing that is asked of it would go through. */
const hopeless = new Set<ProviderErrorCode>(['auth', 'quota', 'not-found']);
/** It may be down, once this has happened so many times in a row. */
const flaky = new Set<ProviderErrorCode>(['rate', 'network', 'server', 'timeout']);
const mostInRow = 3;
const downMs = 60_000;
const hopelessMs = 5 * 60_000;

/**
 * The provider with others to turn to, in their order, where it is down, out of credit, misses its key or model, or
 * refuses. One that is known to be down is passed by for a while, so that not every chunk waits for its retries. The
 * completion names the model that answered.
 */
export function withFallbacks(provider: Provider, spares: readonly Spare[], clock: Clock): Provider {
  if (spares.length === 0) return provider;
  const candidates: Candidate[] = [
    { provider, inRow: 0, downUntil: -Infinity },
    ...spares.map((spare) => ({ provider: spare.provider, spare, inRow: 0, downUntil: -Infinity })),
  ];
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      const up = candidates.filter(({ downUntil }) => downUntil <= clock.now());
      let first: Answer | undefined;
      const spent: string[] = [];
      for (const candidate of up.length > 0 ? up : candidates) {
        const { spare } = candidate;
        const own = spare ? { ...request, model: spare.model, sampling: spare.sampling } : request;
        const answer = await candidate.provider.complete(own, signal, watch);
        if (!isToTurn(answer)) {
          if (!answer.ok) return answer;
          note(candidate, undefined, clock);
          if (!spare) return answer;
          const { model, price } = spare;
          return ok({ ...answer.value, fallback: { provider: spare.provider.id, model, price } });
        }
        note(candidate, answer.ok ? undefined : answer.error.code, clock);
        if (first !== undefined) spent.push(`${own.model} (${answer.ok ? 'refused' : answer.error.code})`);
        first ??= answer;
      }
      return withSpent(first as Answer, spent);
    },
  };
}

/** Who has only the first one's error to go by, would look for the others. */
function withSpent(first: Answer, spent: readonly string[]): Answer {
  if (first.ok || spent.length === 0) return first;
  return fail({ ...first.error, message: `${first.error.message} Nor did ${spent.join(', ')} answer.` });
}

function isToTurn(answer: Answer): boolean {
  if (answer.ok) return answer.value.finish === 'refused';
  const { code } = answer.error;
  return hopeless.has(code) || flaky.has(code) || code === 'refused';
}

function note(candidate: Candidate, code: ProviderErrorCode | undefined, clock: Clock): void {
  if (code !== undefined && hopeless.has(code)) candidate.downUntil = clock.now() + hopelessMs;
  else if (code === undefined || !flaky.has(code)) candidate.inRow = 0;
  else if (++candidate.inRow >= mostInRow) candidate.downUntil = clock.now() + downMs;
}
