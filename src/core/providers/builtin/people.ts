import { bodies, isGivenName, months, weekdays } from './language/nouns.js';

const NAME = String.raw`\p{Lu}[\p{Ll}’']{1,20}(?:-\p{Lu}\p{Ll}{1,20})?`;
/** "Mrs. Woods", "President Pierce". */
const TITLED = new RegExp(
  String.raw`\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|King|Queen|Prince|Princess|Emperor|Pope|President|Captain|General|Colonel|Admiral|Lieutenant|Sergeant|Professor|Senator|Governor|Judge|Justice|Bishop|Father|Sister|Brother|Uncle|Aunt)\.? (${NAME}(?: ${NAME}){0,2})`,
  'gu',
);
/** "Ada Lovelace": a given name and another. */
const GIVEN = new RegExp(String.raw`\b(${NAME})((?: (?:\p{Lu}\.|${NAME})){1,2})`, 'gu');
/** What people do, and hardly any body or place. */
const DOES = new RegExp(
  String.raw`\b(${NAME}) (?:told|asked|replied|thought|wrote|married|died|nodded|smiled|laughed|walked|sat|stood|spoke|cried|volunteered|resigned|mentioned|suggested|wondered|sighed|shouted|whispered|felt|was born|himself|herself|and (?:his|her) )`,
  'gu',
);
/** A sentence about a name, and then one about "he" or "she". */
const FOLLOWED = new RegExp(
  String.raw`(?:^|[.!?]["”]?\s)(${NAME}(?: ${NAME}){0,2})(?:'s|’s)? \p{Ll}[^.!?\n]{4,200}[.!?]["”]?\s+(?:He|She|His|Her) `,
  'gu',
);
const KIN =
  /\b(\p{Lu}\p{Ll}{1,20})[’']s (?:wife|husband|father|mother|parents|son|daughter|brother|sister|eyes|face|hands?|voice|friends?|birth|death|childhood|career)\b/gu;

/** The words of a text's names that are people's: of "Mrs. Jane Woods", "jane" and "woods". */
export function peopleOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (names: string | undefined): void => {
    for (const name of names?.split(' ') ?? []) {
      const low = name.toLowerCase().replace(/['’]s?$/, '');
      if (low.length > 1 && !NOBODY.test(low) && !bodies.has(low) && !months.has(low) && !weekdays.has(low))
        found.add(low);
    }
  };
  for (const match of text.matchAll(TITLED)) add(match[1]);
  for (const match of text.matchAll(GIVEN)) {
    const last = match[2]?.trim().split(' ').at(-1)?.toLowerCase() ?? '';
    if (isGivenName((match[1] ?? '').toLowerCase()) && !PLACE.test(last) && !bodies.has(last))
      add(`${match[1] ?? ''}${match[2] ?? ''}`);
  }
  for (const pattern of [DOES, FOLLOWED, KIN]) for (const match of text.matchAll(pattern)) add(match[1]);
  return found;
}

const NOBODY =
  /^(?:the|this|that|these|those|it|he|she|they|we|you|i|what|who|when|where|why|how|and|but|or|if|in|on|at|for|so|then|there|here|one|some|many|all|most|nobody|everyone|someone|people|his|her|their|its|our|my|your|an?|no|yes|not|also|after|before|while|of|to|by|as|\p{L}\.)$/u;
const PLACE =
  /^(?:street|road|avenue|park|river|lake|island|islands|county|university|college|school|hospital|church|hall|house|bridge|station|airport|museum|library|award|prize|act|law|theorem|foundation|institute|inc|ltd|company|press|city|town|bay|point|square|hill|mountain|memorial|center|centre|theatre|theater|stadium|trophy|cup|court|airlines)$/;
