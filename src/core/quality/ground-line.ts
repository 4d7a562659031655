import * as z from 'zod/mini';
import type { Range, Reason, Verdict } from '../dataset/model.js';
import { fail, ok, type Outcome, type Problem } from '../outcome.js';
import { ground } from './ground.js';

const input = z.object({
  id: z.union([z.string(), z.number()]),
  source: z.string(),
  question: z.nullish(z.string()),
  answer: z.string(),
});

/** One line of what `pairsmith ground` writes. Ranges are half-open, in UTF-16 units. */
export interface GroundedLine {
  /** As it was given. */
  readonly id: string | number;
  readonly verdict: Verdict;
  /** Whether the verdict is `supported`. */
  readonly supported: boolean;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** In the answer. */
  readonly unsupported: readonly Range[];
  /** In the source. */
  readonly evidence: readonly Range[];
}

/** Checks one record `{id, source, question?, answer}`. Fails with `bad-line` where it has another shape. */
export function groundLine(line: unknown): Outcome<GroundedLine, Problem<'bad-line'>> {
  const read = input.safeParse(line);
  if (!read.success) {
    const field = read.error.issues[0]?.path[0];
    const what =
      field === undefined
        ? 'It is no JSON object'
        : `"${String(field)}" must be a text${field === 'id' ? ' or a number' : ''}`;
    return fail({
      code: 'bad-line',
      message: `${what}: each line needs "id", "source" and "answer", and may have "question".`,
    });
  }
  const { id, source, question, answer } = read.data;
  const { grounding, evidence } = ground({ source, question: question ?? undefined, completion: answer });
  return ok({
    id,
    verdict: grounding.verdict,
    supported: grounding.verdict === 'supported',
    score: grounding.score,
    reasons: grounding.reasons,
    unsupported: grounding.unsupported,
    evidence: evidence.map(({ start, end }) => [start, end] as const),
  });
}
