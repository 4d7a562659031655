import { commands } from 'vscode';
import type { Action } from '../../protocol.js';
import { reviewType } from '../review/names.js';
import type { Services } from '../services.js';
import { chooseDataset } from './chooseDataset.js';
import { frontEditor, isDataset } from './arguments.js';

/** Opens the review of a dataset, beside the document in front where there is one; at a pair, where one is named. */
export async function reviewDataset(services: Services, ...args: unknown[]): Promise<void> {
  const dataset = await chooseDataset(args);
  if (!dataset) return;
  const [, pair] = args;
  if (typeof pair === 'string') return (await services.review()).reveal(dataset, pair);
  const source = frontEditor()?.document.uri;
  if (!source || isDataset(source)) await commands.executeCommand('vscode.openWith', dataset, reviewType);
  else await (await services.review()).openBeside(dataset, source, { focus: true });
}

/** Shows a dataset as the lines that it is. */
export async function openText(_: Services, ...args: unknown[]): Promise<void> {
  const dataset = await chooseDataset(args);
  if (dataset) await commands.executeCommand('vscode.openWith', dataset, 'default');
}

/** What a key of the review page does, as a command. */
export const reviewAction =
  (action: Action) =>
  async (services: Services): Promise<void> => {
    await (await services.review()).act(action);
  };
