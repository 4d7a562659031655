/**
 * LaTeX in JSON that was not escaped: `"\frac"` is legal JSON and means a form feed and "rac". These put the
 * backslash back where nothing else can have been meant.
 */

/** No text has a form feed or backspace before a letter. */
const always = /[\f\b](?=[A-Za-z])/g;

/** What is left of a command after \t, \n or \r, where that is no word. */
const commands =
  /\t(?:imes|heta|frac|riangle|extbf|extit|extrm|ilde|herefore|binom)(?![A-Za-z])|\n(?:abla|eq|otin|earrow|ewline|leq|geq)(?![A-Za-z])|\r(?:ightarrow|ho)(?![A-Za-z])/g;

/** What is left where that may be a word as well; only where the text is mathematics anyway. */
const inMathematics =
  /\t(?:ext|an|anh|op|o|au)(?=[{\s^_($])|\n(?:u|e|i|ot|eg|mid|cong|sim|exists)(?=[\s^_})$])|\r(?:ight|angle|floor|ceil|brace)(?=[\s)\]|.}$])/g;
const mathematics = /\$|\\[([a-zA-Z]|\f[a-z]/;

const control = /[\f\b\t\n\r]/;

/** The text as its writer meant it. */
export function restoreTex(text: string): string {
  if (!control.test(text)) return text;
  let restored = text.replace(commands, escape);
  if (mathematics.test(text)) restored = restored.replace(inMathematics, escape);
  return restored.replace(always, escape);
}

const letters: Readonly<Record<string, string>> = { '\f': 'f', '\b': 'b', '\t': 't', '\n': 'n', '\r': 'r' };

function escape(match: string): string {
  return `\\${letters[match[0] ?? ''] ?? ''}${match.slice(1)}`;
}
