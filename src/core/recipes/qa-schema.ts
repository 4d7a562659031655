import * as z from 'zod/mini';
import { questionTypes } from '../dataset/model.js';
import type { JsonSchema } from '../providers/provider.js';

/**
 * The reply's shape as it is asked for. Quotes come first, as a model that writes in this order has found its
 * evidence before it asks. The lengths keep a small model, which may never stop, within its tokens. Fits OpenAI's
 * strict mode: nothing optional, nothing besides.
 */
const replyShape = (want: number) =>
  z.object({
    pairs: z
      .array(
        z.object({
          type: z.enum(questionTypes),
          quotes: z.array(z.string().check(z.maxLength(300))).check(z.minLength(1), z.maxLength(3)),
          question: z.string().check(z.maxLength(250)),
          answer: z.string().check(z.maxLength(600)),
        }),
      )
      .check(z.maxLength(want)),
    reason: z.string().check(z.maxLength(200)),
  });

const schemas = new Map<number, JsonSchema>();

/** The JSON schema of a reply with at most `want` pairs. */
export function replySchema(want: number): JsonSchema {
  let schema = schemas.get(want);
  if (schema === undefined) {
    const { $schema: _, ...rest } = z.toJSONSchema(replyShape(want));
    schema = rest;
    schemas.set(want, schema);
  }
  return schema;
}

/** A pair as it is taken: more than was asked for is no harm, up to where it is no pair any more. */
export const takenPair = z.object({
  question: z.string().check(z.minLength(1), z.maxLength(2000)),
  answer: z.string().check(z.minLength(1), z.maxLength(10_000)),
  quotes: z.array(z.string().check(z.maxLength(4000))).check(z.maxLength(3)),
});

export type TakenPair = z.infer<typeof takenPair>;
