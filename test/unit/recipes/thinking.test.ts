import assert from 'node:assert/strict';
import { splitThinking } from '../../../src/core/thinking.js';

const answer = '{"pairs": [1]}';
const wrong = 'I could say {"pairs": [2]}.';

describe('thinking in an answer', () => {
  const written: Record<string, string> = {
    'DeepSeek, Qwen': `<think>\n${wrong}\n</think>\n\n${answer}`,
    'with the opening mark in the prompt': `${wrong}</think>${answer}`,
    'some prompts': `<reasoning>${wrong}</reasoning>\n${answer}`,
    Gemma: `<thought>\n${wrong}</thought>${answer}`,
    'Seed-OSS': `<seed:think>${wrong}</seed:think>${answer}`,
    Magistral: `[THINK]${wrong}[/THINK]${answer}`,
    Kimi: `◁think▷${wrong}◁/think▷${answer}`,
    Command: `<|START_THINKING|>${wrong}<|END_THINKING|>${answer}`,
    'gpt-oss': `<|channel|>analysis<|message|>${wrong}<|end|><|start|>assistant<|channel|>final<|message|>${answer}`,
  };
  for (const [who, text] of Object.entries(written)) {
    it(`is kept apart as it is written by ${who}`, () => {
      assert.deepEqual(splitThinking(text), { text: answer, reasoning: wrong });
    });
  }

  it('is all there is where it never ends', () => {
    for (const open of ['<think>', '[THINK]', '<|channel|>analysis<|message|>']) {
      assert.deepEqual(splitThinking(`${open}${wrong}`), { text: '', reasoning: wrong });
    }
  });

  it('is none where JSON only speaks of its marks', () => {
    for (const text of ['{"a": "Write </think> then."}', '["[/THINK]"]', 'It is </reasoning> at the end.']) {
      assert.deepEqual(splitThinking(text), { text });
    }
  });
});
