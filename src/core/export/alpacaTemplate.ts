// The template of Stanford Alpaca (tatsu-lab/stanford_alpaca, train.py), which the trainers' notebooks repeat.
const plain =
  'Below is an instruction that describes a task. Write a response that appropriately completes the request.';
const withInput =
  'Below is an instruction that describes a task, paired with an input that provides further context. ' +
  'Write a response that appropriately completes the request.';

/** The Alpaca prompt and its answer as one text. */
export function alpacaTemplate(instruction: string, input: string, output: string): string {
  return input === ''
    ? `${plain}\n\n### Instruction:\n${instruction}\n\n### Response:\n${output}`
    : `${withInput}\n\n### Instruction:\n${instruction}\n\n### Input:\n${input}\n\n### Response:\n${output}`;
}

/** What `alpacaTemplate` made, taken apart again; undefined where the text is not of that template. */
export function parseAlpacaText(
  text: string,
): { instruction: string; input: string; output: string } | undefined {
  const isPlain = text.startsWith(`${plain}\n\n### Instruction:\n`);
  if (!isPlain && !text.startsWith(`${withInput}\n\n### Instruction:\n`)) return undefined;
  const start = (isPlain ? plain : withInput).length + '\n\n### Instruction:\n'.length;
  const inputAt = isPlain ? -1 : text.indexOf('\n\n### Input:\n', start);
  if (!isPlain && inputAt < 0) return undefined;
  const responseAt = text.indexOf('\n\n### Response:\n', isPlain ? start : inputAt);
  if (responseAt < 0) return undefined;
  const instruction = text.slice(start, isPlain ? responseAt : inputAt);
  const input = isPlain ? '' : text.slice(inputAt + '\n\n### Input:\n'.length, responseAt);
  return { instruction, input, output: text.slice(responseAt + '\n\n### Response:\n'.length) };
}
