/** Lines longer than this are wrapped prose, in UTF-16 units. */
const longestLine = 100;
const mostLines = 6;
/** Of the second line no more than this becomes part of the title. */
const longestSecond = 60;

/** No greeting, and no field: "Date: 3 May". */
const opens = /^(?!(?:dear|hello|hi)\b)["'“‘]?\p{Lu}[^\n:]*\p{L}{2}[^\n]*\s\S/iu;
const continues = /^[\p{Lu}\p{N}("“‘]/u;
const closes = /[.!?]["”’)]?$/;
/** Short forms that end no sentence. */
const shortened = /\b(?:inc|ltd|co|corp|llc|plc|e\.?v|st|no|ed|p\.m|a\.m)\.$/i;
/** What stands under a title and is no part of it: a date, a version, an address, who wrote it. */
const aside =
  /^(?:by|on|of|date|version|reference|author|held|adopted|published|revised|last|issued|in force|for immediate)\b|^[("“\d]|^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^\p{L}+ \d|:$|\b\d+ \p{Lu}\p{L}+ (?:Street|Road|Lane|Avenue|Row|Place|Square)\b/iu;
const greetingOrField = /^[^\n:]{1,20}:\s/;

/**
 * Where the title ends in the lines `text.slice(start, end)` that a plain text opens with: a name, and mostly what
 * it is of ("Kestrel Ltd", "Minutes of the meeting"), each on a line of its own; -1 where they are none.
 */
export function titleBlockEnd(text: string, start: number, end: number): number {
  if (end - start > mostLines * longestLine) return -1;
  const lines = text.slice(start, end).split('\n');
  const [first = '', second = ''] = lines.map((line) => line.trim());
  if (lines.length < 2 || lines.length > mostLines) return -1;
  if (!opens.test(first) || first.endsWith(',') || (closes.test(first) && !shortened.test(first))) return -1;
  if (greetingOrField.test(first) || !continues.test(second)) return -1;
  if (lines.some((line) => line.length > longestLine || /[.!?]["”’)]?\s+\p{Lu}\p{Ll}+ \p{Ll}/u.test(line)))
    return -1;
  const last = (lines.at(-1) ?? '').trim();
  if (closes.test(last) && !shortened.test(last)) return -1;
  const firstEnd = start + (lines[0] as string).trimEnd().length;
  const [subtitle = '', after] = second.split(/,\s/, 2);
  // "Upper Lane, Colne Abbey": where it is
  const isPlace = after !== undefined && /^[\p{Lu}\d]/u.test(after) && subtitle.split(' ').length < 3;
  if (isPlace || aside.test(second) || greetingOrField.test(second) || subtitle.length > longestSecond)
    return firstEnd;
  return text.indexOf(subtitle, start + (lines[0] as string).length) + subtitle.length;
}
