import { textReader } from './text.js';

export const markdown = textReader({
  id: 'markdown',
  mediaType: 'text/markdown',
  extensions: ['.md', '.markdown'],
  format: 'markdown',
});
