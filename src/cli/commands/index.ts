import type { Command } from '../command.js';

interface CommandRow {
  readonly name: string;
  readonly usage: string;
  readonly about: string;
  load(): Promise<Command>;
}

/** Every command. To add one: a file beside this one, and a row here. */
export const commandRows: readonly CommandRow[] = [
  {
    name: 'generate',
    usage: 'generate PATH...',
    about: 'make pairs from documents',
    load: async () => (await import('./generate.js')).command,
  },
  {
    name: 'test-connection',
    usage: 'test-connection',
    about: 'ask a server whether a run could work, and how fast',
    load: async () => (await import('./testConnection.js')).command,
  },
  {
    name: 'refresh',
    usage: 'refresh PATH...',
    about: 'say what has changed in the documents, and do what is new',
    load: async () => (await import('./refresh.js')).command,
  },
  {
    name: 'status',
    usage: 'status FILE',
    about: 'say what is in a dataset',
    load: async () => (await import('./status.js')).command,
  },
  {
    name: 'failures',
    usage: 'failures FILE',
    about: 'say which chunks failed, and why',
    load: async () => (await import('./failures.js')).command,
  },
  {
    name: 'retry',
    usage: 'retry FILE',
    about: 'ask chunks that failed once more',
    load: async () => (await import('./retry.js')).command,
  },
  {
    name: 'costs',
    usage: 'costs FILE',
    about: 'say what a dataset took in tokens and money',
    load: async () => (await import('./costs.js')).command,
  },
  {
    name: 'export',
    usage: 'export FILE',
    about: 'write training files',
    load: async () => (await import('./export.js')).command,
  },
  {
    name: 'convert',
    usage: 'convert IN... --to F',
    about: 'turn training files into another shape',
    load: async () => (await import('./convert.js')).command,
  },
  {
    name: 'validate',
    usage: 'validate FILE...',
    about: 'check a dataset or training files',
    load: async () => (await import('./validate.js')).command,
  },
  {
    name: 'tidy',
    usage: 'tidy FILE',
    about: 'write a dataset anew, without what no longer counts',
    load: async () => (await import('./tidy.js')).command,
  },
  {
    name: 'read',
    usage: 'read FILE',
    about: 'show the text of a document as Pairsmith reads it',
    load: async () => (await import('./read.js')).command,
  },
  {
    name: 'chunk',
    usage: 'chunk FILE',
    about: 'show the chunks of a document',
    load: async () => (await import('./chunk.js')).command,
  },
  {
    name: 'prompt',
    usage: 'prompt FILE',
    about: 'show the exact request for a chunk',
    load: async () => (await import('./prompt.js')).command,
  },
  {
    name: 'cache',
    usage: 'cache',
    about: 'say what the kept replies take, or delete them',
    load: async () => (await import('./cache.js')).command,
  },
  {
    name: 'ground',
    usage: 'ground FILE',
    about: 'check answers of any origin against their source',
    load: async () => (await import('./ground.js')).command,
  },
];
