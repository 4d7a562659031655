import * as z from 'zod/mini';
import type { HttpFailure } from './http.js';
import { words } from './lenient.js';

const failedShape = z.object({
  error: z.object({ code: z.literal('json_validate_failed'), failed_generation: words }),
});

/**
 * What a model has said where the server gives an error in its place, as it is not of the shape that was asked for. Groq
 * holds to a shape so: the form of the request is taken, and the next answer may fit. Undefined for any other failure.
 * https://console.groq.com/docs/structured-outputs
 */
export function unusableAnswer({ body }: HttpFailure): string | undefined {
  if (!body.includes('json_validate_failed')) return undefined;
  try {
    const { data } = failedShape.safeParse(JSON.parse(body));
    return data && (data.error.failed_generation ?? '');
  } catch {
    return undefined; // it is cut
  }
}
