import { wordSet } from './language/words.js';

const common =
  wordSet(`the of and to in is are was were a an for that with as on by be it this from or at not have has will can you we they their
 its if which when who but all use may must should one more there do does been into`);
/** Short words of other languages that use the same letters. */
const foreign =
  wordSet(`der die das und ist nicht ein eine mit für auf den dem von zu le la les des et est une dans que pour qui sur pas du au
 el los las del y en una con por para se il di che per non della sono het een van niet dat zijn och att det som på är ikke og til av não uma os em`);

/** Enough of the commonest English words, and more of them than of other languages' own. */
export function isEnglish(text: string): boolean {
  const found =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (found.length === 0) return false;
  let english = 0;
  let other = 0;
  let latin = 0;
  for (const word of found) {
    if (common.has(word)) english++;
    if (foreign.has(word)) other++;
    if (/^[a-z]+$/.test(word)) latin++;
  }
  if (latin / found.length < 0.6) return false;
  if (found.length < 12) return other <= english;
  return english / found.length >= 0.08 && english > other;
}
