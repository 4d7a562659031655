import type { ProviderErrorCode } from '../provider.js';

/** What a run asked of its providers, and what came in its way. */
export interface Traffic {
  /** Requests sent, each try one. */
  requests: number;
  /** Requests sent again, by what went wrong before. */
  retries: Partial<Record<ProviderErrorCode, number>>;
  /** Milliseconds that requests waited between tries and for limits, added up over all of them. */
  waitedMs: number;
  /** How often fewer at once were sent, as the server refused. */
  cuts: number;
}

export const noTraffic = (): Traffic => ({ requests: 0, retries: {}, waitedMs: 0, cuts: 0 });

/** What two parts of a run, or two of its providers, come to. */
export function addTraffic(a: Traffic, b: Traffic): Traffic {
  const retries = { ...a.retries };
  for (const code of Object.keys(b.retries) as ProviderErrorCode[])
    retries[code] = (retries[code] ?? 0) + (b.retries[code] ?? 0);
  return {
    requests: a.requests + b.requests,
    retries,
    waitedMs: a.waitedMs + b.waitedMs,
    cuts: a.cuts + b.cuts,
  };
}
