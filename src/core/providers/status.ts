import type { ErrorContext } from './errors.js';
import { googleQuota } from './google-status.js';
import type { HttpFailure } from './http.js';
import type { ProviderError, ProviderErrorCode } from './provider.js';
import { redact } from './redact.js';

/** `exceed_context_size_error` (llama.cpp), `context_length_exceeded` (OpenAI), and the words of others. */
const tooLong = anyOf(
  /exceed_context_size|context_length_exceeded|string_above_max_length|maximum context|prompt is too long/i,
  /(?:context|prompt|input)[^.]{0,60}(?:too long|too large|exceed)|exceeds?[^.]{0,60}context/i,
  // vLLM, LM Studio
  /longer than the maximum (?:model|context)|greater than the context length|context the overflows/i,
  // Hugging Face's servers, Together
  /must have less than \d+ tokens|tokens`? \+ `?max_new_tokens`? must be/i,
);
/** OpenAI's 429 for a request that alone is more than a minute's tokens: a wait does not help it. */
const largerThanMinute = /^request too large\b/i;
const noCredit = anyOf(
  /insufficient_quota|billing_hard_limit|exceeded your current quota|payment required|billing_error/i,
  /insufficient[_ ](?:balance|credit|funds)|credit balance is too low|credits are depleted/i,
  /specified API usage limits|spend_limit_reached|billing_not_active|account is not active/i,
  // xAI
  /(?:have|has) (?:either )?(?:any credits|used all available credits)/i,
);
const filtered = anyOf(
  /content_filter|content_policy|content filtering policy|content management policy|moderation|safety system/i,
  // OpenAI's reasoning models, DeepSeek, Alibaba
  /prompt was flagged|Content Exists Risk|data_inspection_failed/i,
);
/** OpenRouter answers 403 to what its moderation does not let through, as well as to a wrong key. */
const moderated = /requires moderation|input was flagged/i;
/** As DeepSeek, Mistral, OpenRouter and Hugging Face put it, with status 400. */
const noSuchModel =
  /^model not exist|^invalid model\b|not a valid model|model.{0,150}(?:does not exist|not found|is not supported by any provider)/i;
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
  if (status === 429 && failure.headers.get('x-ratelimit-limit-req-minute') === '0') {
    return verdict('quota', `${host} allows this key no requests at all. Check its plan there.`);
  }
  if (status === 403 && moderated.test(says)) {
    return verdict('refused', `${host} refused the content of this request.`);
  }
  if (status === 402 || (/^4(?:00|03|29)$/.test(String(status)) && isSpent(body))) {
    return verdict('quota', `There is no credit left at ${host}. Add some, or choose another provider.`);
  }
  if (status === 401 || status === 403 || (status === 400 && wrongKey.test(body))) {
    return Object.keys(context.endpoint.headers).length === 0
      ? verdict('auth', `${host} wants a key. Set ${context.keyName}.`)
      : verdict('auth', `${host} refused the key (${status}). Check ${context.keyName}.`);
  }
  if (status === 404 || (status === 400 && noSuchModel.test(says))) {
    // A server that speaks the protocol names the model, Azure its deployment; another answers with a page of its own.
    return /model|deployment/i.test(says)
      ? verdict('not-found', `${host} has no model "${context.model}". ${context.unknownModel}`)
      : verdict('not-found', `There is no such service at ${host}. ${context.unknownAddress}`);
  }
  if (status === 413 || (status === 429 && largerThanMinute.test(says)) || isTooLong(failure)) {
    return verdict(
      'context',
      `The prompt is longer than the model's context. Use smaller chunks or a model with more context.`,
    );
  }
  if (status === 429) {
    return verdict('rate', `${host} takes no more requests for now. Lower the concurrency if this goes on.`);
  }
  if (status === 408 || status === 504) {
    return verdict('timeout', `${host} gave up waiting (${status}). Try fewer requests at once.`);
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

const isTooLong = ({ status, body }: HttpFailure): boolean =>
  (status === 400 || status === 422 || status === 500) && tooLong.test(body);

function anyOf(...patterns: readonly RegExp[]): { test(text: string): boolean } {
  return { test: (text) => patterns.some((pattern) => pattern.test(text)) };
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
