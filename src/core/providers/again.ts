import { ok, type Outcome } from '../outcome.js';
import type { ProviderError, ReplyWatch } from './provider.js';

/** Leave to send one request more for the same try: that of whoever watches it, where they have a say. */
export const oneMore = async (watch: ReplyWatch | undefined): Promise<Outcome<undefined, ProviderError>> =>
  (await watch?.again?.()) ?? ok(undefined);
