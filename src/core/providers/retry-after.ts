/**
 * How long a server asks to wait, in milliseconds: `retry-after-ms`, else `Retry-After` as seconds or as an HTTP
 * date (taken against the server's own `Date`, so that a wrong clock here does no harm).
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const exact = positive(headers.get('retry-after-ms'));
  if (exact !== undefined) return exact;
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = positive(value);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  // `Date.parse` reads almost anything as some date, "-5" for one; an HTTP date begins with the day's name.
  const at = /^\s*[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const served = Date.parse(headers.get('date') ?? '');
  return Math.max(0, at - (Number.isNaN(served) ? now : served));
}

function positive(value: string | null): number | undefined {
  if (value === null || !/^\s*\d{1,12}(?:\.\d{0,6})?\s*$/.test(value)) return undefined;
  return Number(value);
}
