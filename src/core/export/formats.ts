import { alpaca } from './alpaca.js';
import { alpacaText } from './alpacaText.js';
import { chatml } from './chatml.js';
import { csv, tsv } from './csv.js';
import type { ExportFormat } from './format.js';
import { messages } from './messages.js';
import { mlx } from './mlx.js';
import { plainText } from './plainText.js';
import { promptCompletion } from './promptCompletion.js';
import { qaJson } from './qaJson.js';
import { sharegpt } from './sharegpt.js';

/** Every export format. To add one: a file like `sharegpt.ts`, and a line here. */
export const exportFormats: readonly ExportFormat[] = [
  messages,
  promptCompletion,
  alpaca,
  alpacaText,
  sharegpt,
  chatml,
  plainText,
  csv,
  tsv,
  mlx,
  qaJson,
];

export const findFormat = (id: string): ExportFormat | undefined => exportFormats.find((f) => f.id === id);
