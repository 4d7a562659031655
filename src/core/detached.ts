/** A short text in memory of its own: what `slice` or a match gives keeps all of the text that it was cut from. */
export const detached = (text: string): string => JSON.parse(JSON.stringify(text)) as string;
