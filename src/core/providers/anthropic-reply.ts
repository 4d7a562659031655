import { AnthropicParts } from './anthropic-parts.js';
import type { Endpoint } from './endpoint.js';
import { BrokenReply, ProtocolError } from './errors.js';
import type { Completion, ReplyWatch } from './provider.js';
import { rateState } from './rate.js';
import { readValues } from './reply-values.js';

/**
 * Reads a message, streamed or not, whatever was asked for. Throws `ProtocolError`; `BrokenReply` where a stream ended
 * without `message_stop`; `HttpFailure` where an error came with status 200 or in the middle of a stream.
 */
export async function readAnthropicReply(
  response: Response,
  model: string,
  endpoint: Endpoint,
  watch: ReplyWatch | undefined,
): Promise<Completion> {
  const parts = new AnthropicParts();
  let last: unknown;
  await readValues(response, endpoint, (value) => {
    last = value;
    if (parts.add(value)) watch?.piece();
    return !parts.ended;
  });
  if (!parts.any && last !== undefined) {
    throw new ProtocolError(
      `The reply of ${endpoint.url} is not Anthropic's. Check the base URL and the provider.`,
      JSON.stringify(last) ?? '',
    );
  }
  if (!parts.ended) throw new BrokenReply(parts.text);
  const rate = rateState(response.headers, Date.now());
  return { ...parts.completion(model), ...(rate === undefined ? {} : { rate }) };
}
