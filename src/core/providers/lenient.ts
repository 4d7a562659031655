import * as z from 'zod/mini';

const otherwise = z.catch;

/** What a server may leave out or misspell: anything that does not fit is as good as absent. */
export const lenient = <T extends z.ZodMiniType>(schema: T) => otherwise(z.optional(schema), undefined);

/** Tokens and the like: what is below nothing, or beyond all counting, is as good as absent. */
export const count = lenient(z.number().check(z.nonnegative(), z.maximum(Number.MAX_SAFE_INTEGER)));
export const words = lenient(z.string());
