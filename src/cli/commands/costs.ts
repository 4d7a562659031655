import type { Dataset } from '../../core/dataset/dataset.js';
import { ulidTime } from '../../core/dataset/ulid.js';
import { dollars } from '../../core/spend/cost.js';
import { ledgerOf, type Ledger, type Spent } from '../../core/spend/ledger.js';
import type { Command } from '../command.js';
import { openExisting, settingsOf, shownPath } from '../shared.js';
import { table } from '../terminal.js';
import type { Terminal } from '../terminal.js';

export const command: Command = {
  usage: 'costs FILE',
  about: 'Say what a dataset took in tokens and money: by run, model and document.',
  paths: [1, 1],
  flags: { pairs: { type: 'boolean', about: 'Also what each pair cost: its result’s cost in equal parts.' } },
  settings: ['prices'],
  async run(call) {
    const { settings } = await settingsOf(call);
    const dataset = await openExisting(call, call.paths[0] as string);
    const ledger = ledgerOf(dataset, settings.prices);
    const named = {
      runs: [...ledger.runs].map(([id, spent]) => row(runName(dataset, id), spent, { run: id })),
      models: [...ledger.models].map(([name, spent]) => row(name, spent)),
      documents: [...ledger.documents].map(([id, spent]) =>
        row(shownPath(call.folder, dataset, dataset.document(id)?.path ?? id), spent),
      ),
    };
    call.terminal.event({ type: 'costs', total: ledger.total, ...named });
    if (call.flags.has('pairs')) tellPairs(call.terminal, dataset, ledger);
    if (!call.terminal.json) for (const line of lines(ledger.total, named)) call.terminal.print(line);
    await dataset.close();
    return 0;
  },
};

function tellPairs(terminal: Terminal, dataset: Dataset, ledger: Ledger): void {
  for (const { id, result } of dataset.pairs()) {
    const cost = ledger.pairCost(result);
    terminal.event({ type: 'pair', pair: id, cost });
    if (!terminal.json) terminal.print(`${id}  ${cost === undefined ? 'not known' : dollars(cost)}`);
  }
}

interface Row extends Spent {
  readonly name: string;
}

const row = (name: string, { results, pairs, usage, cost, unpriced }: Spent, more = {}): Row => ({
  name,
  ...more,
  results,
  pairs,
  usage,
  cost,
  unpriced,
});

/** When a run began, which its id says, and with what. */
function runName(dataset: Dataset, id: string): string {
  const run = dataset.run(id);
  const began = new Date(ulidTime(id)).toISOString().slice(0, 16).replace('T', ' ');
  return `${began} ${run?.provider ?? ''} ${run?.model ?? ''}`;
}

function lines(total: Spent, named: { readonly [kind: string]: readonly Row[] }): string[] {
  if (total.results === 0) return ['No result of this dataset was made by a model.'];
  const parts = Object.entries(named).flatMap(([kind, rows]) => [kind, ...table(rows.map(cells)), '']);
  const unknown =
    total.unpriced > 0
      ? [`The cost of ${total.unpriced} of ${total.results} results is not known: see the setting prices.`]
      : [];
  return [...parts, 'total', ...table([cells({ ...total, name: '' })]), ...unknown];
}

function cells({ name, results, pairs, usage, cost }: Row): string[] {
  const tokens = (count: number | undefined) => count?.toLocaleString('en-US') ?? '?';
  const extra = [
    usage.cachedInput ? `${tokens(usage.cachedInput)} cached` : '',
    usage.reasoning ? `${tokens(usage.reasoning)} reasoning` : '',
  ].filter((part) => part !== '');
  return [
    `  ${name}`,
    `${results} results, ${pairs} pairs`,
    `${tokens(usage.input)} in, ${tokens(usage.output)} out${extra.length > 0 ? ` (${extra.join(', ')})` : ''}`,
    cost === undefined ? 'cost not known' : dollars(cost),
  ];
}
