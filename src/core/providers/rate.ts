import type { RateState } from './provider.js';

/**
 * What a server says of its limits beside a reply: `x-ratelimit-remaining-requests` and the like (OpenAI, Azure, Groq,
 * vLLM's gateways), `x-ratelimit-remaining` (OpenRouter, Together), `ratelimit-remaining` (gateways, by the IETF's draft),
 * `anthropic-ratelimit-requests-remaining`, a minute's share (Mistral). Undefined where it says nothing. Times are taken
 * against the server's own `Date`, so that a wrong clock here does no harm.
 */
export function rateState(headers: Headers, now: number): RateState | undefined {
  const first = <T>(names: readonly string[], read: (text: string) => T | undefined): T | undefined => {
    for (const name of names) {
      const value = headers.get(name);
      const found = value === null ? undefined : read(value.trim());
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const served = Date.parse(headers.get('date') ?? '');
  const at = Number.isNaN(served) ? now : served;
  const until = (text: string): number | undefined => durationMs(text, at);
  // Mistral names no time: its gateway (Kong) counts by the minutes of the clock.
  const minuteEnd = (count: string): number | undefined =>
    headers.has(count) ? minuteMs - (at % minuteMs) : undefined;
  const state: RateState = {
    requestsLeft: first(requestsLeft, whole),
    tokensLeft: first(tokensLeft, whole),
    requestsResetMs: first(requestsReset, until) ?? minuteEnd(minuteRequests),
    tokensResetMs: first(tokensReset, until) ?? minuteEnd(minuteTokens),
  };
  return Object.values(state).some((value) => value !== undefined) ? state : undefined;
}

const minuteMs = 60_000;
const minuteRequests = 'x-ratelimit-remaining-req-minute';
const minuteTokens = 'x-ratelimit-remaining-tokens-minute';

const requestsLeft = [
  'x-ratelimit-remaining-requests',
  minuteRequests,
  'x-ratelimit-remaining',
  'ratelimit-remaining',
  'anthropic-ratelimit-requests-remaining',
];
const tokensLeft = [
  'x-ratelimit-remaining-tokens',
  minuteTokens,
  'x-tokenlimit-remaining',
  'anthropic-ratelimit-tokens-remaining',
];
const requestsReset = [
  'x-ratelimit-reset-requests',
  'x-ratelimit-reset',
  'ratelimit-reset',
  'anthropic-ratelimit-requests-reset',
];
const tokensReset = ['x-ratelimit-reset-tokens', 'anthropic-ratelimit-tokens-reset'];

/** A later year than 2001 in seconds; no limit lasts as long. */
const leastEpochSeconds = 1e9;
const leastEpochMs = 1e12;

const whole = (text: string): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined);

/**
 * How long from now, in milliseconds, a text stands for: `6m0s`, `1.5s`, `20ms`, seconds without a unit, seconds or
 * milliseconds since 1970, or a date of RFC 3339. Undefined for anything else.
 */
export function durationMs(text: string, now: number): number | undefined {
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) {
    const value = Number(text);
    if (value >= leastEpochMs) return Math.max(0, value - now);
    return Math.ceil(value >= leastEpochSeconds ? Math.max(0, value * 1000 - now) : value * 1000);
  }
  const parts = durationShape.exec(text);
  if (text !== '' && parts !== null) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0] = parts
      .slice(1)
      .map((part: string | undefined) => Number(part ?? 0));
    return Math.ceil((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms);
  }
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

const durationShape =
  /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m(?!s))?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9}(?:\.\d{1,9})?)ms)?$/;
