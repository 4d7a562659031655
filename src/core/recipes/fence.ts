/** A text between marks that it cannot hold, so that a document cannot end its own quotation. */
export interface Fence {
  readonly open: string;
  readonly close: string;
  readonly block: string;
}

const name = 'source_text';

/**
 * Marks for this text: `<source_text>`, with a number where the text speaks of that. Chosen after the text is
 * known, so no document can guess them; the same for the same text, so that a request can be repeated.
 */
export function fence(text: string): Fence {
  const taken = new Set(
    Array.from(text.toLowerCase().matchAll(/source_text(?:_(\d+))?/g), ([, n]) => n ?? ''),
  );
  let number = 1;
  while (taken.has(number === 1 ? '' : String(number))) number++;
  const mark = number === 1 ? name : `${name}_${number}`;
  const open = `<${mark}>`;
  const close = `</${mark}>`;
  return { open, close, block: `${open}\n${text}\n${close}` };
}
