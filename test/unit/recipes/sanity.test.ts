import assert from 'node:assert/strict';
import { unsound } from '../../../src/core/recipes/reply/sanity.js';

const about = (answer: string): string => unsound('When was the mill in the town built?', answer) ?? 'sound';
const each = (answers: readonly string[], said: string): void =>
  assert.deepEqual(
    answers.filter((answer) => about(answer) !== said).map((answer) => `${answer}: ${about(answer)}`),
    [],
  );

describe('an answer', () => {
  it('that is a refusal is told, in whatever words', () => {
    each(
      [
        "I'm sorry, but I can't assist with that request.",
        'I apologize, but I cannot answer this.',
        "I apologise, but I'm unable to help.",
        "My apologies, but I can't provide that.",
        "Sorry, I can't help with that.",
        'I must decline to answer this question.',
        "I won't be able to help with that.",
        "I'm not able to help with that.",
        'I am not able to provide that information.',
        "I'm afraid I can't do that.",
        "Unfortunately, I'm not able to assist with that.",
        'Unfortunately, I cannot provide an answer.',
        "As a language model, I can't do this.",
        'As an AI assistant, I do not have opinions.',
        "I'm just an AI and cannot help.",
        "I'm unable to answer based on the given text.",
        'I can not help you with this.',
        'I cannot comply with this request.',
        'I cannot fulfill this request.',
        'I can’t create content like that.',
        'This request violates our usage policies.',
        "I'd rather not answer that.",
        'I will not provide this information.',
        'I refuse to answer.',
        'Regrettably, I cannot help.',
        'I do not feel comfortable answering this.',
        "I'm not comfortable with this request.",
        'It is not possible for me to answer this.',
        'No puedo ayudar con eso.',
        'Lo siento, pero no puedo ayudarte con eso.',
        'Es tut mir leid, aber ich kann dabei nicht helfen.',
        'Je suis désolé, mais je ne peux pas vous aider.',
        '抱歉,我无法回答这个问题。',
        '申し訳ありませんが、お答えできません。',
        'Mi dispiace, ma non posso aiutarti.',
        'Desculpe, mas não posso ajudar com isso.',
        'Извините, я не могу помочь с этим.',
        '죄송하지만 도와드릴 수 없습니다.',
      ],
      'an answer is a refusal',
    );
  });

  it('that says there is none is told', () => {
    each(
      [
        'The text does not provide this information.',
        'Not mentioned in the text.',
        'The answer is not in the text.',
        'There is no information about this in the text.',
        'No information is provided.',
        'null',
        "The passage doesn't specify when.",
        'This information is not available in the provided text.',
        'It cannot be determined from the text.',
        'Cannot be determined.',
        'The question cannot be answered from the text.',
        'No answer.',
      ],
      'an answer says that there is none',
    );
  });

  it('that breaks off, or is a mark of a template, is told', () => {
    each(
      [
        'The',
        'It was built in',
        'It was built in 1823 by the',
        'The mill was',
        'because it is older than',
        '{"answer":',
        '</s>',
        '<|im_end|>',
      ],
      'an answer is a stump',
    );
    each(['string', 'Answer:', 'The answer to the question', '...'], 'an answer is a placeholder');
  });

  it('that only sounds like one of these is kept', () => {
    each(
      [
        'Unfortunately, we cannot accept encyclopaedias.',
        'Vitamin A',
        'The bank it belongs to',
        'We do not provide parking.',
        'We cannot provide parking on Sundays.',
        'As a large employer, the mill could not close.',
        'As an AI company, it was founded in 2015.',
        'Unable to pay its debts, the council closed it.',
        'No information was provided to residents before March.',
        'It cannot be determined by eye alone.',
        'Turn it on',
        'B',
        'the room it is kept in',
        'This is not available in Wales.',
        'No details of the contract were public.',
        'The document does not expire.',
        'Ich kann nicht.',
        'It was moved by hand',
        'They must wait for it',
        'Null results were published.',
        'She did not know what it was',
        'That was the year it was handed in.',
        'It is 5 kilograms',
        'There is no mention of it being sold before 1900.',
        'Lo sentimos por la demora.',
        'Sorry is the word that the mayor used.',
        'We cannot help but admire the bridge, as the guide says.',
        'It was built in 1823.',
        'None of the three bridges was built in stone.',
        'Apologies were made by the mayor in 1990.',
        'Not before 1823.',
        'I declined the offer, writes Lund.',
        'Unknown sailors built it.',
        '1823',
        'None',
        'Unknown.',
      ],
      'sound',
    );
  });
});
