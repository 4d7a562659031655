import type { Usage } from './dataset/model.js';

type Sum = (x: number | undefined, y: number | undefined) => number | undefined;

const eachKind =
  (sum: Sum) =>
  (a: Usage = {}, b: Usage = {}): Usage => ({
    input: sum(a.input, b.input),
    output: sum(a.output, b.output),
    cachedInput: sum(a.cachedInput, b.cachedInput),
    reasoning: sum(a.reasoning, b.reasoning),
  });

/** The tokens that are known of both. What is unknown on both sides stays unknown. */
export const addUsage = eachKind((x, y) =>
  x === undefined && y === undefined ? undefined : (x ?? 0) + (y ?? 0),
);

/** The tokens of one piece of work in two parts: what is unknown of one is unknown of both. */
export const wholeUsage = eachKind((x, y) => (x === undefined || y === undefined ? undefined : x + y));
