export { setupsOf } from './profiles.js';
export { resolveSettings } from './resolve.js';
export type { SettingsLayer } from './resolve.js';
export { flagOf, settingNames, settingRows, variableOf } from './rows.js';
export type { SettingName, SettingRow, Settings } from './rows.js';
