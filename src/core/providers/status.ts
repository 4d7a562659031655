import type { ErrorContext } from './errors.js';
import { googleQuota } from './google-status.js';
import type { HttpFailure } from './http.js';
import type { ProviderError, ProviderErrorCode } from './provider.js';
import { redact } from './redact.js';

/** `exceed_context_size_error` (llama.cpp), `context_length_exceeded` (OpenAI), and the words of others. */
const tooLong =
  /exceed_context_size|context_length_exceeded|(?:context|prompt|input)[^.]{0,60}(?:too long|too large|exceed)|maximum context|exceeds?[^.]{0,60}context|string_above_max_length|prompt is too long/i;
const noCredit =
  /insufficient_quota|billing_hard_limit|exceeded your current quota|insufficient[_ ](?:balance|credit|funds)|payment required|credit balance is too low|billing_error|specified API usage limits|spend_limit_reached/i;
const filtered =
  /content_filter|content_policy|content filtering policy|content management policy|moderation|safety system/i;
/** Google answers 400 to a wrong key. */
const wrongKey = /API_KEY_INVALID|API key not valid/i;

type Verdict = Pick<ProviderError, 'code' | 'message'>;

/** What an HTTP status and its body mean, as a sentence that says what to do next. */
export function httpError(failure: HttpFailure, context: ErrorContext): Verdict {
  const { status, body } = failure;
  const host = context.endpoint.url;
  const says = serverMessage(body);
  const quoted = says === '' ? '' : ` It says: "${says}"`;
  const verdict = (code: ProviderErrorCode, message: string): Verdict => ({
    code,
    message: `${message}${quoted}`,
  });

  if (status >= 300 && status < 400) {
    const target = redact(failure.headers.get('location') ?? 'another address', context.endpoint.secrets);
    return verdict(
      'not-found',
      `${host} sends requests on to ${target.slice(0, 300)}. Set the base URL to it.`,
    );
  }
  if (status === 402 || (/^4(?:00|03|29)$/.test(String(status)) && isSpent(body))) {
    return verdict('quota', `There is no credit left at ${host}. Add some, or choose another provider.`);
  }
  if (status === 401 || status === 403 || (status === 400 && wrongKey.test(body))) {
    return Object.keys(context.endpoint.headers).length === 0
      ? verdict('auth', `${host} wants a key. Set ${context.keyName}.`)
      : verdict('auth', `${host} refused the key (${status}). Check ${context.keyName}.`);
  }
  if (status === 404) {
    // A server that speaks the protocol names the model; another answers with a page of its own.
    return /model/i.test(says)
      ? verdict('not-found', `${host} has no model "${context.model}". ${context.unknownModel}`)
      : verdict('not-found', `There is no such service at ${host}. ${context.unknownAddress}`);
  }
  if (status === 429) {
    return verdict('rate', `${host} takes no more requests for now. Lower the concurrency if this goes on.`);
  }
  if (status === 408 || status === 504) {
    return verdict('timeout', `${host} gave up waiting (${status}). Try fewer requests at once.`);
  }
  if (status === 413 || ((status === 400 || status === 422 || status === 500) && tooLong.test(body))) {
    return verdict(
      'context',
      `The prompt is longer than the model's context. Use smaller chunks or a model with more context.`,
    );
  }
  if (status >= 500 || status === 409 || status === 425) {
    return verdict(
      'server',
      `${host} failed with status ${status}. Try again; if it stays, look at its log.`,
    );
  }
  if (filtered.test(body)) {
    return verdict('refused', `${host} refused the content of this request.`);
  }
  return verdict(
    'bad-request',
    `${host} does not take this request (${status}). Change the setting it names.`,
  );
}

/** Whether there is no credit left, as against too many requests for now, which Google says in the same words. */
function isSpent(body: string): boolean {
  const quota = googleQuota(body);
  return quota === undefined ? noCredit.test(body) : quota === 'spent';
}

/** The sentence in an error's body, whatever shape it has: OpenAI's, Ollama's, FastAPI's, plain text. */
function serverMessage(body: string): string {
  let value: unknown = body;
  // Ollama passes on the error of its engine as JSON in a string.
  for (let depth = 0; depth < 6; depth++) {
    if (typeof value === 'string') {
      const inner = parsed(value);
      if (inner === undefined) break;
      value = inner;
    } else if (Array.isArray(value)) {
      value = value[0];
    } else if (typeof value === 'object' && value !== null) {
      const fields = new Map<string, unknown>(Object.entries(value));
      value = fields.get('error') ?? fields.get('message') ?? fields.get('detail') ?? fields.get('msg');
    } else break;
  }
  if (typeof value !== 'string' || /^\s*</.test(value)) return '';
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

function parsed(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
