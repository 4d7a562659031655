import type { Stretch, Text } from './text.js';

const leading = /^(?:from|to|until|between|before|after|than|in|at|of|by|for|with|on|against)$/;

/** The small word right before a stretch that says where or when it belongs: "by 9", "to 58". */
export function leadOf(text: Text, { from }: Stretch): string | undefined {
  const low = text.tokens[from - 1]?.word.low;
  return low !== undefined && leading.test(low) ? low : undefined;
}
