/** What speaks for and against something, each a number, and whether it held. */
export interface Sample {
  readonly traits: readonly number[];
  readonly changed: boolean;
}

const rounds = 300;
const pace = 0.08;
const ridge = 2;

export function dot(weights: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += weights[k]! * x[k]!;
  return sum;
}

/** Logistic regression with a ridge, by Adam. Deterministic. */
export function fit(samples: readonly Sample[], count: number): number[] {
  const weights: number[] = Array.from({ length: count }, () => 0);
  const mean = [...weights];
  const square = [...weights];
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight) => ridge * weight);
    for (const { traits: x, changed } of samples) {
      const off = 1 / (1 + Math.exp(-dot(weights, x))) - (changed ? 1 : 0);
      for (let k = 0; k < x.length; k++) slope[k]! += off * x[k]!;
    }
    for (let k = 0; k < weights.length; k++) {
      mean[k] = 0.9 * mean[k]! + 0.1 * slope[k]!;
      square[k] = 0.99 * square[k]! + 0.01 * slope[k]! ** 2;
      const step = mean[k]! / (1 - 0.9 ** round) / (Math.sqrt(square[k]! / (1 - 0.99 ** round)) + 1e-8);
      weights[k]! -= pace * step;
    }
  }
  return weights;
}
