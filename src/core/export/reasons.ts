import type { LeaveOut, Loss } from './format.js';

/** Why pairs were left out, as the summary and the manifest say it. */
export const leaveOutReasons: Readonly<Record<LeaveOut, string>> = {
  rejected: 'rejected in the review',
  status: 'not of a status that was asked for',
  rating: 'rated lower than asked for, or not rated',
  unsupported: 'not supported by the source',
  grounding: 'not of a grounding that was asked for',
  document: 'not from a document that was asked for',
  stale: 'the source no longer says it',
  'empty-completion': 'the completion is empty',
  'empty-prompt': 'a message of the prompt is empty',
  'no-question': 'it has no user message (plain text goes out with the format "text")',
  turns: 'its messages are not a user and an assistant by turns',
  'several-turns': 'it is a conversation, and this format holds one question',
  tools: 'it calls tools, which this format can not hold',
  'not-qa': 'it is not a question and an answer',
  'no-document': 'it comes from no document',
  'special-token': 'it holds a marker of the chat template',
  'replacement-character': 'it holds U+FFFD: characters were lost when its source was decoded',
  'too-long': 'longer than the limit',
  double: 'the same row is there already',
  'other-keys': 'imported with other keys or types than the other rows of this file',
  straddles: 'it would carry something from one split into another',
};

/** What rows that went out could not take along. */
export const lossReasons: Readonly<Record<Loss, string>> = {
  system: 'without their system message, for which this format has no place',
  weights: 'without the weights of their turns, for which this format has no place',
  reasoning: 'without their reasoning',
  names: "without the speakers' names",
  'extra-keys': 'without keys that are not for training',
  characters: 'with NUL characters or halves of surrogate pairs taken out',
};
