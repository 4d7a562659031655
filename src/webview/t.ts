/** Texts for people: English is the key, `init` brings the translations. */
let texts: ReadonlyMap<string, string> = new Map();

/** Translations by their English text; from then on `t` gives them. */
export function setTexts(translations: Readonly<Record<string, string>>): void {
  texts = new Map(Object.entries(translations));
}

/** The text in the reader's language, `{0}`, `{1}` ... replaced by the values. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const text = texts.get(english) ?? english;
  return text.replace(/\{(\d+)\}/g, (whole, n: string) => String(values[Number(n)] ?? whole));
}
