import type { Usage } from './dataset/model.js';

/** The tokens that are known of both. What is unknown on both sides stays unknown. */
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

/** The tokens of one piece of work in two parts: what is unknown of one is unknown of both. */
export function wholeUsage(a: Usage, b: Usage = {}): Usage {
  const sum = (x: number | undefined, y: number | undefined) =>
    x === undefined || y === undefined ? undefined : x + y;
  return {
    input: sum(a.input, b.input),
    output: sum(a.output, b.output),
    cachedInput: sum(a.cachedInput, b.cachedInput),
    reasoning: sum(a.reasoning, b.reasoning),
  };
}
