import type { DocumentId } from '../dataset/model.js';
import type { DocumentInfo } from '../dataset/view.js';

// What Windows does not take in a name, besides control characters.
// oxlint-disable-next-line no-control-regex
const unfit = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name as every file system takes it; never empty, at most 120 characters. */
export function fileName(name: string): string {
  const plain = name
    .replace(unfit, '-')
    .replace(/\p{Surrogate}/gu, '')
    .slice(0, 120)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/^[.\s-]+/, '')
    .trim();
  let end = plain.length;
  while (end > 0 && '. -'.includes(plain[end - 1] as string)) end--;
  const trimmed = plain.slice(0, end);
  if (trimmed === '') return 'dataset';
  return reserved.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** The last part of a path or URI. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The extension with its dot, in lower case; empty where there is none. */
export function extension(path: string): string {
  const base = baseName(path);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(dot).toLowerCase() : '';
}

/**
 * A file stem for each document: its name without extension (`guide`), with it where two would be one
 * (`guide.md`), then with its folders (`a-guide.md`), then numbered. Compared without case, as Windows does.
 * @param taken stems that others use
 */
export function documentStems(
  documents: readonly DocumentInfo[],
  taken: readonly string[] = [],
): Map<DocumentId, string> {
  const levels = [
    (path: string) => {
      const base = baseName(path);
      return base.slice(0, base.length - extension(base).length);
    },
    baseName,
    (path: string) => path,
  ].map((stem) => (path: string) => fileName(stem(path)));
  const counts = levels.map((level) => {
    const seen = new Map<string, number>();
    for (const { path } of documents) bump(seen, level(path).toLowerCase());
    return seen;
  });
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const stems = new Map<DocumentId, string>();
  for (const { id, path } of documents) {
    const names = levels.map((level) => level(path));
    const free = names.find(
      (name, i) => counts[i]?.get(name.toLowerCase()) === 1 && !used.has(name.toLowerCase()),
    );
    let stem = free ?? names.at(-1) ?? 'document';
    for (let n = 2; used.has(stem.toLowerCase()); n++) stem = `${names.at(-1)}-${n}`;
    used.add(stem.toLowerCase());
    stems.set(id, stem);
  }
  return stems;
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
