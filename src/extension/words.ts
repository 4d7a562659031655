import { l10n } from 'vscode';

export const pairsText = (n: number): string => (n === 1 ? l10n.t('1 pair') : l10n.t('{0} pairs', n));
export const chunksText = (n: number): string => (n === 1 ? l10n.t('1 chunk') : l10n.t('{0} chunks', n));
export const filesText = (n: number): string => (n === 1 ? l10n.t('1 file') : l10n.t('{0} files', n));

/** Sentences one after the other; those that are empty are left out. */
export const joined = (sentences: readonly string[]): string =>
  sentences.filter((one) => one !== '').join(' ');

/** A time for people: `8 s`, `3 min`, `2 h 5 min`. */
export function timeText(seconds: number): string {
  if (seconds < 60) return l10n.t('{0} s', Math.max(1, Math.round(seconds)));
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? l10n.t('{0} min', minutes)
    : l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}
