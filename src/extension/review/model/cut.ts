/** The text on one line, and not longer than `most` UTF-16 code units; what is left out shows as an ellipsis. */
export function oneLine(text: string, most: number): string {
  // More is looked at than is kept, as white space shrinks; and no more than that, as texts can be long.
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= most && text.length <= most * 4) return line;
  const end = /[\uD800-\uDBFF]/.test(line[most - 2] ?? '') ? most - 2 : most - 1;
  return `${line.slice(0, end).trimEnd()}…`;
}
