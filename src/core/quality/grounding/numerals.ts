/** The words and marks that write numbers in English, with what each is worth. */

export const small = new Map<string, number>();
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .forEach((word, i) => small.set(word, i));
export const tens = new Map<string, number>();
'twenty thirty forty fifty sixty seventy eighty ninety'
  .split(' ')
  .forEach((word, i) => tens.set(word, 20 + 10 * i));
export const magnitudes = new Map<string, number>([
  ['hundred', 100],
  ['hundreds', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
/** Only after digits. */
export const shortMagnitudes = new Map<string, number>([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['B', 1e9],
  ['tn', 1e12],
]);
export const ordinals = new Map<string, number>();
'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  .split(' ')
  .forEach((word, i) => ordinals.set(word, i + 1));
ordinals.set('thirtieth', 30);
ordinals.set('fortieth', 40);
ordinals.set('fiftieth', 50);
ordinals.set('hundredth', 100);
export const shares = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);
export const groups = new Map<string, number>([
  ['dozen', 12],
  ['couple', 2],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);
export const fractions = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

/** Whether a lower-case word or a mark can begin a number. */
export const beginsNumber = (low: string): boolean =>
  small.has(low) ||
  tens.has(low) ||
  ordinals.has(low) ||
  groups.has(low) ||
  low === 'half' ||
  low === 'quarter' ||
  magnitudes.has(low) ||
  fractions.has(low);
