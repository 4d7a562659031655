import type { Services } from '../services.js';
import { reviewActions } from './reviewActions.js';

/** What a command does. What it is called with comes from menus, keys and other programs, so nothing is sure of it. */
export type Handler = (services: Services, ...args: unknown[]) => unknown;

export interface Command {
  readonly id: `pairsmith.${string}`;
  /** Loads what does it, on first use. */
  load(): Promise<Handler>;
}

const generate = () => import('./generate.js');
const runs = () => import('./runs.js');
const failures = () => import('./failures.js');
const retries = () => import('./retry.js');

/** Every command but those of the review page. Titles are in package.nls.json, as `command.` and the name. */
const rows: Readonly<Record<string, () => Promise<Handler>>> = {
  generateDocument: async () => (await generate()).generateDocument,
  generateSelection: async () => (await generate()).generateSelection,
  generateFile: async () => (await generate()).generateFile,
  generateFolder: async () => (await generate()).generateFolder,
  generateWorkspace: async () => (await generate()).generateWorkspace,
  tryFive: async () => (await import('./tryFive.js')).tryFive,
  resume: async () => (await import('./resume.js')).resume,
  stop: async () => (await runs()).stop,
  pauseRun: async () => (await runs()).pauseRun,
  changeConcurrency: async () => (await runs()).changeConcurrency,
  reviewDataset: async () => (await import('./review.js')).reviewDataset,
  openText: async () => (await import('./review.js')).openText,
  showFailures: async () => (await failures()).showFailures,
  retryFailures: async () => (await retries()).retryFailures,
  retryThese: async () => (await retries()).retryFailures,
  retryWithModel: async () => (await retries()).retryWithModel,
  retryWithLimit: async () => (await retries()).retryWithLimit,
  showReply: async () => (await failures()).showReply,
  showFailedChunk: async () => (await failures()).showFailedChunk,
  export: async () => (await import('../export/exportCommand.js')).exportPairs,
  convert: async () => (await import('../export/convertCommand.js')).convert,
  tidy: async () => (await import('./tidy.js')).tidy,
  showChunks: async () => (await import('./showChunks.js')).showChunks,
  showPrompt: async () => (await import('./showPrompt.js')).showPrompt,
  setKey: async () => (await import('./setKey.js')).setKey,
  manageKeys: async () => (await import('./setKey.js')).manageKeys,
  testConnection: async () => (await import('./testConnection.js')).testConnection,
  selectModel: async () => (await import('./selectModel.js')).selectModel,
  clearReplies: async () => (await import('./clearReplies.js')).clearReplies,
  showLog: async () => (await import('./showLog.js')).showLog,
};

export const commands: readonly Command[] = [
  ...Object.entries(rows).map(([name, load]): Command => ({ id: `pairsmith.${name}`, load })),
  ...reviewActions.map((action): Command => ({
    id: `pairsmith.review.${action}`,
    load: async () => (await import('./review.js')).reviewAction(action),
  })),
];
