import { ok } from '../outcome.js';
import { decode } from './decode.js';
import type { DocumentReader } from './document.js';
import { normalizeText } from './normalize.js';

/** A reader of files that are text as they stand. */
export function textReader(kind: Omit<DocumentReader, 'read'>): DocumentReader {
  return {
    ...kind,
    read: async (bytes, name) => {
      const decoded = decode(bytes, name);
      if (!decoded.ok) return decoded;
      const { format, mediaType } = kind;
      return ok({
        ...normalizeText(decoded.value.text),
        format,
        mediaType,
        encoding: decoded.value.encoding,
      });
    },
  };
}
