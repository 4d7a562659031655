import * as z from 'zod/mini';
import type { HttpFailure } from './http.js';
import { words } from './lenient.js';
import type { Completion } from './provider.js';

const failedShape = z.object({
  error: z.object({ code: z.literal('json_validate_failed'), failed_generation: words }),
});

const cutShort = /max_tokens or model output limit was reached/i;

/**
 * The answer that a server gives an error in place of: one not of the shape that was asked for (Groq, which holds to a
 * shape so: the form of the request is taken, and the next answer may fit), or one without an end (OpenAI's models that
 * reason). Undefined for any other failure.
 * https://console.groq.com/docs/structured-outputs
 */
export function unusableAnswer({ body }: HttpFailure): Pick<Completion, 'text' | 'finish'> | undefined {
  if (cutShort.test(body)) return { text: '', finish: 'length' };
  if (!body.includes('json_validate_failed')) return undefined;
  try {
    const { data } = failedShape.safeParse(JSON.parse(body));
    return data && { text: data.error.failed_generation ?? '', finish: 'other' };
  } catch {
    return undefined; // it is cut
  }
}
