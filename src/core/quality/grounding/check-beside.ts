import type { Reason } from '../../dataset/model.js';
import { irregularPast } from './frames.js';
import { isGeneral } from './general-words.js';
import { sameName, type Name } from './names.js';
import { hasContent, textOf, type Stretch, type Text } from './text.js';

const between = /^(?:,|the|a|an|its|his|her|their|our|of|at|in|on|called|named|is|was|are|were|by|\()$/;
const mostPlaces = 40;
const mostGap = 3;

const leadsToName = (text: Text, at: number): boolean => text.tokens[at + 1]?.capital === true;

/** The word with content next to a stretch on one side, with nothing but small words and commas between; else undefined. */
function besideOf(text: Text, { from, to }: Stretch, step: 1 | -1): number | undefined {
  const home = text.sentences[text.sentenceOf[from]!]!;
  let at = step === 1 ? to : from - 1;
  for (let gap = 0; gap < mostGap; gap++, at += step) {
    if (at < home.from || at >= home.to) return undefined;
    const token = text.tokens[at]!;
    if (hasContent(token)) return at;
    // After a comma another part of the sentence may begin: only a name follows what it is over one.
    if (!between.test(token.word.low) || (step === 1 && token.text === ',' && !leadsToName(text, at)))
      return undefined;
  }
  return undefined;
}

/** "mayor of Leeds", "the holders, Port Vane": the proper name next to a word, on the given side. */
function nameBeside(
  text: Text,
  place: number,
  step: 1 | -1,
  byToken: ReadonlyMap<number, Name>,
): Name | undefined {
  const at = besideOf(text, { from: place, to: place + 1 }, step);
  return at === undefined ? undefined : byToken.get(at);
}

/** Whether a word may say what something is: no verb, whose sides are the roles of it, and not too general. */
function describes(text: Text, at: number): boolean {
  const { word } = text.tokens[at]!;
  return (
    !word.free &&
    !isGeneral(word.low) &&
    word.sign === 0 &&
    !/(?:ed|ing|en|ly)$/.test(word.low) &&
    !irregularPast.test(word.low)
  );
}

function namesByToken(text: Text): Map<number, Name> {
  const map = new Map<number, Name>();
  for (const name of text.names) {
    if (name.kind !== 'proper') continue;
    for (let i = name.from; i < name.to; i++) map.set(i, name);
  }
  return map;
}

/** Whether a sentence of the source has a name, too: the word may be said of both. */
const standsIn = (source: Text, name: Name, sentence: number): boolean =>
  source.names.some((each) => source.sentenceOf[each.from] === sentence && sameName(each, name));

/**
 * Names beside a word that the source has beside another name wherever it has it beside one: "the holders, Selby
 * Green" for "holders Port Vane", "at Bell Park on 24 May" for "at Crown Stadium on 24 May".
 */
export function checkBeside(source: Text, answer: Text): Reason[] {
  const reasons: Reason[] = [];
  let there: Map<number, Name> | undefined;
  for (const name of answer.names) {
    if (name.kind !== 'proper' || !name.certain || reasons.length >= 3) continue;
    // An abbreviation may stand for the name in full.
    if (answer.tokens[name.from]!.word.written) continue;
    for (const step of [-1, 1] as const) {
      const at = besideOf(answer, name, step);
      if (at === undefined) continue;
      const token = answer.tokens[at]!;
      if (answer.factAt[at]! < 0 && (token.capital || !describes(answer, at))) continue;
      const places = source.index.get(token.key);
      if (places === undefined || places.length > mostPlaces) continue;
      there ??= namesByToken(source);
      const found = new Set<Name>();
      for (const place of places) {
        if (source.tokens[place]!.word.low !== token.word.low) continue;
        for (const side of [1, -1] as const) {
          const other = nameBeside(source, place, side, there);
          if (other === undefined) continue;
          if (sameName(name, other) || !standsIn(source, name, source.sentenceOf[place]!)) found.add(other);
        }
      }
      const [rival] = found;
      if (rival === undefined || !rival.certain) continue;
      if ([...found].some((each) => sameName(name, each))) continue;
      reasons.push({
        code: 'misplaced',
        message: `says ${textOf(answer, name.from, name.to)}, where the source says ${textOf(source, rival.from, rival.to)}`,
        at: [answer.tokens[name.from]!.start, answer.tokens[name.to - 1]!.end],
      });
      break;
    }
  }
  return reasons;
}
