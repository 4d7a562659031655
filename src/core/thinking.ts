/** Opening and closing marks of thinking, as open models write it into their answers. */
const marks = [
  ['<think>', '</think>'],
  ['<thinking>', '</thinking>'],
] as const;

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
  for (const [open, close] of marks) {
    const start = answer.search(/\S/);
    const opened = start >= 0 && answer.startsWith(open, start);
    const end = answer.indexOf(close);
    if (!opened && (end < 0 || looksLikeJson(answer, start))) continue;
    const from = opened ? start + open.length : 0;
    if (end < 0) return { text: '', reasoning: answer.slice(from).trim() };
    return { text: answer.slice(end + close.length).trimStart(), reasoning: answer.slice(from, end).trim() };
  }
  return { text: answer };
}

/** JSON that mentions a mark is an answer about it. */
function looksLikeJson(text: string, start: number): boolean {
  const first = text[start];
  return first === '{' || first === '[';
}
