export { qa } from './qa.js';
export { checkTemplate, defaultTemplate } from './qa-prompt.js';
export type { QaSettings } from './qa-settings.js';
