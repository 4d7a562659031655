import assert from 'node:assert/strict';
import { ground } from '../../../src/core/quality/index.js';

/** Answers to one question about a source: true ones, and others. */
export interface Case {
  readonly source: string;
  readonly question: string;
  /** Follow from the source, in other words. */
  readonly holds: readonly string[];
  /** Do not, each with the reason's code. */
  readonly wrong: readonly (readonly [code: string, answer: string])[];
}

/** Supported answers score more, and those that something is said against less. */
const border = 0.56;

/** Asserts that the answers that hold are supported, and that each of the others is flagged with its reason, by score, too. */
export function check({ source, question, holds, wrong }: Case): void {
  for (const completion of holds) {
    const { verdict, reasons, score } = ground({ source, question, completion }).grounding;
    assert.equal(verdict, 'supported', `${completion}: ${JSON.stringify(reasons)}`);
    assert.ok(score >= border && score <= 1, `${completion}: ${score}`);
  }
  for (const [code, completion] of wrong) {
    const { verdict, reasons, score, unsupported } = ground({ source, question, completion }).grounding;
    assert.notEqual(verdict, 'supported', completion);
    assert.ok(
      reasons.some((reason) => reason.code === code),
      `${completion}: ${JSON.stringify(reasons)}`,
    );
    assert.ok(unsupported.length > 0, 'says where');
    assert.ok(score >= 0 && score < border, `${completion}: ${score}`);
  }
}
