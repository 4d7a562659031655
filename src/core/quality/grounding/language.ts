import type { Token } from './tokens.js';

/**
 * What the rules can do with a text. `english`: all of them. `words`: it has words with spaces between them;
 * numbers, overlap and quotes work. `unsegmented`: no spaces between words (Chinese, Japanese, Thai ...);
 * numbers and runs of characters work. `none`: no letters.
 */
export type Language = 'english' | 'words' | 'unsegmented' | 'none';

/** English function words. */
export const englishWords = new Set(
  'the of and to in is are was were that it for on with as by be this from at or an not which have has had will must may can should they their its you your if when before after'.split(
    ' ',
  ),
);
/** Function words of other languages. */
export const foreignWords = new Set(
  `der die das und ist nicht ein eine einen mit von zu den dem des im auf für sich werden wird bei nach oder auch sind
  le la les des et est une un du dans pour que qui pas sur avec par au aux ce sont ne il elle
  el los las y en es una por con para del se lo como más su al
  il lo gli di che per non con sono della del dei nel alla
  o os as e do da em não uma com para ao dos das no na
  de het een en van niet dat op te zijn voor met aan wordt ook
  och att det som på är av inte til ikke og af på med for ja ei on se että
  i w z na się nie do jest że to bir ve bu için ile`.split(/\s+/),
);
const unsegmented =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Judges by function words and script. Looks at the first 2,000 tokens. */
export function languageOf(tokens: readonly Token[]): Language {
  let words = 0;
  let latin = 0;
  let here = 0;
  let elsewhere = 0;
  let runs = 0;
  for (let i = 0; i < Math.min(tokens.length, 2000); i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    words++;
    const code = token.text.charCodeAt(0);
    if (code < 0x250) {
      latin++;
      if (token.word.english) here++;
      if (token.word.foreign) elsewhere++;
    } else if (unsegmented.test(token.text)) runs++;
  }
  if (words === 0) return 'none';
  if (runs * 2 > words) return 'unsegmented';
  if (latin * 2 < words) return 'words';
  if (elsewhere > here + 1 && elsewhere > words * 0.08) return 'words';
  if (words >= 12 && here < words * 0.04) return 'words';
  return 'english';
}
