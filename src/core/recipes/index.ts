export { qa } from './qa.js';
export { checkTemplate, defaultSystemMessage, defaultTemplate, placeholders } from './qa-prompt.js';
export type { QaSettings } from './qa-settings.js';
