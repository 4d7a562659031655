import { words } from '../report.js';

/** The text of so many sections, each a chunk of its own of some 1,000 characters. */
export const sections = (first: number, count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const n = first + i;
    const sentences = Array.from({ length: 8 }, (__, k) => words(n * 8 + k, 17));
    return `# Part ${n} of the handbook\n\n${sentences.join(' ')}`;
  }).join('\n\n');
