/** A heading's words without Markdown's marks or quotes around them. */
export function plainTitle(text: string, from: number, to: number): string {
  const raw = text.slice(from, Math.min(to, from + 400));
  if (!/[`*[\\{<\n_"']/.test(raw)) return raw.trim();
  return raw
    .replace(/!?\[([^[\]]*)\](?:\([^()\s]*\)|\[[^[\]]*\])?/g, '$1')
    .replace(/\s*\{[#.:][^{}]*\}\s*$/, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[`*]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^("|')([^"']*)\1$/, '$2');
}
