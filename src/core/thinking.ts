/** Marks around thinking, as open models write it into their answers. */
interface Marks {
  readonly open: string;
  readonly close: string;
  /** Chat templates may have written the opening one into the prompt. */
  readonly alone?: boolean;
}

const marks: readonly Marks[] = [
  { open: '<think>', close: '</think>', alone: true },
  { open: '<thinking>', close: '</thinking>', alone: true },
  { open: '<thought>', close: '</thought>' },
  { open: '<reasoning>', close: '</reasoning>' },
  // ByteDance's Seed-OSS, Mistral's Magistral, Kimi, Cohere's Command, OpenAI's gpt-oss where its server leaves them in.
  { open: '<seed:think>', close: '</seed:think>', alone: true },
  { open: '[THINK]', close: '[/THINK]', alone: true },
  { open: '◁think▷', close: '◁/think▷', alone: true },
  { open: '<|START_THINKING|>', close: '<|END_THINKING|>', alone: true },
  { open: '<|channel|>analysis<|message|>', close: '<|channel|>final<|message|>' },
];

/** What gpt-oss ends its thinking with. */
const turn = '<|end|><|start|>assistant';

export interface Thought {
  readonly text: string;
  readonly reasoning?: string | undefined;
}

/**
 * Takes thinking off the front of an answer. Also where the opening mark is missing (chat templates often have
 * written it into the prompt), and where the closing one is (the reply was cut while thinking, so that there is
 * no answer).
 */
export function splitThinking(answer: string): Thought {
  for (const { open, close, alone = false } of marks) {
    const start = answer.search(/\S/);
    const opened = start >= 0 && answer.startsWith(open, start);
    const end = answer.indexOf(close);
    if (!opened && (!alone || end < 0 || looksLikeJson(answer, start))) continue;
    const from = opened ? start + open.length : 0;
    const thought = answer.slice(from, end < 0 ? undefined : end);
    const reasoning = (thought.endsWith(turn) ? thought.slice(0, -turn.length) : thought).trim();
    return { text: end < 0 ? '' : answer.slice(end + close.length).trimStart(), reasoning };
  }
  return { text: answer };
}

/** JSON that mentions a mark is an answer about it. */
function looksLikeJson(text: string, start: number): boolean {
  const first = text[start];
  return first === '{' || first === '[';
}
