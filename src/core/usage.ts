import type { Usage } from './dataset/model.js';

/** The tokens of both. What is unknown on both sides stays unknown. */
export function addUsage(a: Usage = {}, b: Usage = {}): Usage {
  const sum = (x: number | undefined, y: number | undefined) =>
    x === undefined && y === undefined ? undefined : (x ?? 0) + (y ?? 0);
  return {
    input: sum(a.input, b.input),
    output: sum(a.output, b.output),
    cachedInput: sum(a.cachedInput, b.cachedInput),
    reasoning: sum(a.reasoning, b.reasoning),
  };
}
