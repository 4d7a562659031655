import { splitNames } from '../dataset/model.js';
import type { ExportFormat } from './format.js';
import type { Counts } from './manifest.js';
import type { ExportOptions } from './options.js';

/** OpenAI refuses fewer examples than this (fine-tuning guide, "Example count recommendations"). */
const openAiLeast = 10;

const formatsOfOpenAi: ReadonlySet<string> = new Set(['messages']);

/** What the user should know about an export that went well. */
export function notes(format: ExportFormat, { split, system }: ExportOptions, counts: Counts): string[] {
  const said: string[] = [];
  if (split !== undefined && format.kind === 'documents')
    said.push(`The format ${format.id} has a file a document and no splits: everything is in them.`);
  if (split !== undefined && format.kind === 'rows')
    for (const name of splitNames)
      if (split[name] > 0 && (counts.bySplit[name] ?? 0) === 0)
        said.push(
          `No pair came into ${name}: there is too little to divide. A ${name} file from an earlier export is not of this one.`,
        );
  const train = split === undefined ? counts.rows : (counts.bySplit.train ?? 0);
  if (formatsOfOpenAi.has(format.id) && train < openAiLeast)
    said.push(`OpenAI wants at least ${openAiLeast} examples to train on; here are ${train}.`);
  if (format.id === 'mlx' && split === undefined)
    said.push('mlx-lm wants valid.jsonl beside train.jsonl: export with a split.');
  if (system !== undefined && ['alpaca-text', 'text', 'qa-json'].includes(format.id))
    said.push(`The format ${format.id} has no place for the system message.`);
  return said;
}
