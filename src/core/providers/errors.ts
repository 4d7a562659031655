import type { Endpoint } from './endpoint.js';
import { googleRetryMs } from './google-status.js';
import { causes, codeOf, HttpFailure, NoConnection, OversizeReply, WebPage } from './http.js';
import type { ProviderError } from './provider.js';
import { rateState } from './rate.js';
import { redact } from './redact.js';
import { retryAfterMs } from './retry-after.js';
import { httpError } from './status.js';

/** What an error message needs to know to say what to do next. */
export interface ErrorContext {
  readonly endpoint: Endpoint;
  readonly model: string;
  /** The environment variable that holds the key. */
  readonly keyName: string;
  /** What to ask or do where nothing answers: "Is Ollama running? Start it with `ollama serve`." */
  readonly unreachable: string;
  /** What to do where the model is not known. */
  readonly unknownModel: string;
  /** What to do where the address is not known to the server. */
  readonly unknownAddress: string;
}

/** The reply did not keep to the protocol. `message` says how. */
export class ProtocolError extends Error {
  constructor(
    message: string,
    readonly reply?: string,
  ) {
    super(message);
  }
}

/** A streamed reply ended in the middle. `reply` is what had come of it. */
export class BrokenReply extends Error {
  constructor(readonly reply: string) {
    super('the reply broke off');
  }
}

/** What a thrown error of `fetch` or an SDK comes to. Never holds a secret of the endpoint. */
export function toProviderError(thrown: unknown, context: ErrorContext): ProviderError {
  const { endpoint } = context;
  const error = classify(thrown, context);
  const reply = error.reply === undefined ? undefined : redact(error.reply, endpoint.secrets).slice(0, 2000);
  return {
    ...error,
    message: redact(error.message, endpoint.secrets),
    ...(reply === undefined || reply === '' ? {} : { reply }),
  };
}

function classify(thrown: unknown, context: ErrorContext): ProviderError {
  const { endpoint } = context;
  const chain = causes(thrown);
  for (const cause of chain) {
    if (cause instanceof HttpFailure) {
      const { status, headers } = cause;
      // Before anything is cut: half a key would not be known for one.
      const body = redact(cause.body, endpoint.secrets);
      const after = retryAfterMs(headers, Date.now()) ?? googleRetryMs(body);
      const rate = rateState(headers, Date.now());
      return {
        ...httpError(new HttpFailure(status, headers, body), context),
        status,
        reply: body,
        ...(after === undefined ? {} : { retryAfterMs: after }),
        ...(rate === undefined ? {} : { rate }),
      };
    }
    if (cause instanceof NoConnection) {
      const message = `No connection to ${endpoint.url} came about in time. ${context.unreachable}`;
      return { code: 'timeout', message };
    }
    if (cause instanceof ProtocolError)
      return { code: 'bad-reply', message: cause.message, reply: cause.reply };
    if (cause instanceof BrokenReply) {
      const message = `The reply of ${endpoint.url} broke off before its end. Try again.`;
      return { code: 'network', message, reply: cause.reply };
    }
    if (cause instanceof OversizeReply) {
      return {
        code: 'bad-reply',
        message: `The reply of ${endpoint.url} is over 64 MB, so it was not read.`,
      };
    }
    if (cause instanceof WebPage) {
      const message = `${endpoint.url} answers with a web page. ${context.unknownAddress}`;
      return { code: 'bad-reply', message, reply: cause.body };
    }
    if (cause instanceof SyntaxError) {
      return {
        code: 'bad-reply',
        message: `The reply of ${endpoint.url} is not JSON. Check the base URL.`,
      };
    }
  }
  const code = chain.map((cause) => codeOf(cause)).find((name) => name !== '') ?? '';
  if (code === 'ECONNREFUSED') {
    return { code: 'network', message: `Nothing answers at ${endpoint.url}. ${context.unreachable}` };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    const host = new URL(endpoint.url).hostname;
    return {
      code: 'network',
      message: `The host ${host} cannot be found. Check the base URL and your connection.`,
    };
  }
  if (/TIMEOUT|TIMEDOUT/.test(code) || chain.some(({ message }) => message === sdkTimeout)) {
    return {
      code: 'timeout',
      message: `${endpoint.url} did not answer in time. Try fewer requests at once or fewer tokens a reply.`,
    };
  }
  if (/CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO/.test(code)) {
    return {
      code: 'network',
      message: `No secure connection to ${endpoint.url} (${code}). Check its certificate, or use http:// for a local server.`,
    };
  }
  const detail = code === '' ? (chain.at(-1)?.message ?? 'no reason given') : code;
  return {
    code: 'network',
    message: `The connection to ${endpoint.url} broke (${detail.slice(0, 200)}). Try again.`,
  };
}

/** The message of the OpenAI and Anthropic SDKs for whatever was late. */
const sdkTimeout = 'Request timed out.';

/** The HTTP failure behind a thrown error: SDKs wrap what their `fetch` throws. */
export function failureIn(thrown: unknown): HttpFailure | undefined {
  return causes(thrown).find((cause) => cause instanceof HttpFailure);
}
