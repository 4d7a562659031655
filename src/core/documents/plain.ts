import { textReader } from './text.js';

export const plain = textReader({
  id: 'plain',
  mediaType: 'text/plain',
  extensions: ['.txt', '.text'],
  format: 'plain',
});
