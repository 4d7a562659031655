import * as z from 'zod/mini';
import { lenient, words } from './lenient.js';

/**
 * What Google's services put beside the message of an error (google.rpc.QuotaFailure and RetryInfo, as
 * cloud.google.com/apis/design/errors has them).
 */
const errorShape = z.object({
  error: z.object({
    details: z.array(
      z.object({
        '@type': words,
        retryDelay: words,
        violations: lenient(z.array(z.object({ quotaId: words, quotaValue: words }))),
      }),
    ),
  }),
});

type Detail = z.infer<typeof errorShape>['error']['details'][number];

/** How long Google asks to wait, in milliseconds: `retryDelay` of `RetryInfo`, such as `34.074s`. */
export function googleRetryMs(body: string): number | undefined {
  const delay = detailsOf(body, 'RetryInfo').find(({ retryDelay }) => retryDelay !== undefined)?.retryDelay;
  if (delay === undefined || !/^\d{1,9}(?:\.\d{1,9})?s$/.test(delay)) return undefined;
  return Math.ceil(Number(delay.slice(0, -1)) * 1000);
}

/**
 * Whether the quota that was passed is used up (that of a day, or one of nothing) or comes back within the minute.
 * Undefined where the body names none.
 */
export function googleQuota(body: string): 'spent' | 'passing' | undefined {
  const passed = detailsOf(body, 'QuotaFailure').flatMap(({ violations }) => violations ?? []);
  if (passed.length === 0) return undefined;
  const spent = passed.some(
    (quota) => /PerDay|PerMonth/.test(quota.quotaId ?? '') || quota.quotaValue === '0',
  );
  return spent ? 'spent' : 'passing';
}

function detailsOf(body: string, type: string): Detail[] {
  if (!body.includes(`google.rpc.${type}`)) return [];
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [];
  }
  // A stream that was not asked for as events is an array.
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const read = errorShape.safeParse(first);
  return read.success ? read.data.error.details.filter((each) => each['@type']?.endsWith(type)) : [];
}
