import { answered, type Candidate, type Rule } from '../candidate.js';
import { isImperative } from '../language/imperative.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { durationLength, timeLength } from '../language/times.js';
import { finish, phrase } from '../language/question.js';
import { isFunctionWord, isNumber, words } from '../language/tokens.js';

/** Acts that bring a thing to a place. */
const BRINGING =
  /^(?:transfer|move|pour|place|put|return|insert|attach|fix|mount|hang|store|spread|load|pipette|send|submit|post|mail|drag|tuck|slide|push|press|screw|plug|sprinkle|lay|drop|scoop|turn|roll|tie|pack|seal|keep)$/;

/** "Transfer the layer to a new tube": where to. */
export const placing: Rule = (reading): Candidate[] => {
  const { tokens } = reading;
  const verb = tokens[0]?.low ?? '';
  if (!BRINGING.test(verb) || !isImperative(tokens)) return [];
  const rest = firstStretch(tokens.slice(1, tokens.findLastIndex((token) => !token.mark) + 1));
  const at = rest.findIndex(
    (token, i) =>
      i > 0 &&
      (/^(?:into|onto|inside|under|beneath|behind|between|beside|near)$/.test(token.low) ||
        (/^(?:to|in|on|over)$/.test(token.low) &&
          /^(?:the|an?|your|each|its|their)$/.test(rest[i + 1]?.low ?? ''))),
  );
  const object = rest.slice(0, at);
  const place = rest.slice(at + 1);
  if (
    at < 2 ||
    isNumber(object[0]?.low ?? '') ||
    !isWhole(object, 8) ||
    object.some((token) => /^(?:and|or|until|for|when|it|them|this|that)$/.test(token.low)) ||
    words(object).filter((token) => !isFunctionWord(token.low) && !isNumber(token.low)).length < 1 ||
    words(place).filter((token) => !isFunctionWord(token.low)).length < 1 ||
    timeLength(place, 0) > 0 ||
    durationLength(place, 0) > 0 ||
    /^(?:order|case|way|time|same|manner|advance)$/.test(place[1]?.low ?? '')
  )
    return [];
  return [
    answered(
      reading,
      finish(`Where should you ${verb} ${phrase(object)}`),
      'where should you',
      'factual',
      0.8,
    ),
  ];
};
