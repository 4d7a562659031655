import { qaReply } from './qa-reply.js';
import { defaultTemplate, qaRequest } from './qa-prompt.js';
import type { QaSettings } from './qa-settings.js';
import type { Recipe } from './recipe.js';

/** Questions and answers about a chunk, each with quotes that prove it. */
export const qa: Recipe<QaSettings> = {
  id: 'qa',
  version: 1,
  template: (settings) => settings.template ?? defaultTemplate,
  request: qaRequest,
  reply: qaReply,
};
