import { sharedWith, type Context } from './context.js';
import type { Stretch, Text } from './text.js';

/** A rival must fit better by this factor, and by this much, before a value or a name counts as misplaced. */
export const rivalFactor = 1.25;
export const rivalMargin = 0.06;

/** Whether the rival's sentence has more of the words, where it is another sentence; nearness alone may be chance. */
export function outshared(source: Text, context: Context, own: Stretch, rival: Stretch, by = 1): boolean {
  const [here, there] = [source.sentenceOf[own.from]!, source.sentenceOf[rival.from]!];
  return here === there || sharedWith(source, context, there) >= sharedWith(source, context, here) + by;
}
