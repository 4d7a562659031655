import { l10n, ProgressLocation, window, workspace } from 'vscode';
import type { CancellationToken } from 'vscode';
import { connectionLines } from '../../core/providers/connection-lines.js';
import { connectionProblems } from '../../core/providers/connection.js';
import type { ConnectionReport } from '../../core/providers/connection.js';
import { providerRow } from '../../core/providers/index.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { addressOf, originOf } from '../../core/providers/keys.js';
import type { Settings } from '../../core/settings/index.js';
import { cacheFolder } from '../../node/cacheFolder.js';
import { testSettings } from '../../node/connection.js';
import { environmentSecrets } from '../../node/ports.js';
import { serverMemory } from '../../node/serverMemory.js';
import { chooseModelAction, remedies, tell, tellProblem } from '../messages.js';
import type { Action } from '../messages.js';
import type { Services } from '../services.js';
import { isUsersChoice, readSettings } from '../settings/read.js';
import { frontEditor } from './arguments.js';
import { showText } from './showText.js';

const environment = environmentSecrets(process.env);

/** Asks the chosen server whether a run could work, and tells what it found. Resolves with the facts. */
export async function testConnection(services: Services): Promise<ConnectionReport | undefined> {
  const scope = frontEditor()?.document.uri;
  const settings = readSettings(scope);
  if (!settings.ok) return tellProblem(settings.error);
  if (!workspace.isTrusted) {
    const message = l10n.t('Only the built-in generator works in a folder that you have not trusted.');
    return tellProblem({ code: 'trust', message });
  }
  const { provider, baseUrl } = settings.value;
  const row = providerRow(provider) as ProviderRow; // the settings' own check knows every provider
  if (row.place === 'rules') {
    return tell(
      l10n.t('The built-in rules ask no server, so there is nothing to test.'),
      chooseModelAction(),
    );
  }
  const origin = originOf(await addressOf(row, baseUrl, environment));
  const usersChoice = isUsersChoice(services.context, scope, origin, 'baseUrl');
  const tested = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Testing the connection to {0}', origin ?? row.title),
      cancellable: true,
    },
    (_, token) => ask(services, settings.value, usersChoice, token),
  );
  if (tested === undefined) return undefined;
  if (!tested.ok) return tellProblem(tested.error);
  const report = tested.value;
  const details = detailsOf(services, report, origin ?? row.title);
  const [problem] = connectionProblems(report);
  if (problem) tellProblem(problem, ...remedies(problem), details);
  else if (report.reply?.ok === true) {
    const { firstMs } = report.reply.value;
    const words = l10n.t(
      '{0} works with {1}: the first word came after {2} ms.',
      origin ?? row.title,
      report.model ?? '',
      Math.round(firstMs).toLocaleString(),
    );
    tell(words, details);
  }
  return report;
}

/** Undefined where the user has had enough. */
async function ask(
  { context }: Services,
  settings: Settings,
  usersChoice: boolean,
  token: CancellationToken,
) {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  const memory = serverMemory(cacheFolder(process.env));
  const options = { kept: context.secrets, usersChoice, memory, fetch };
  const tested = await testSettings(settings, environment, abort.signal, options);
  return abort.signal.aborted ? undefined : tested;
}

function detailsOf(services: Services, report: ConnectionReport, name: string): Action {
  const text = connectionLines(report).map(([row, value]) => `${row.padEnd(14)}${value}`);
  return {
    title: l10n.t('Show Details'),
    run: () =>
      showText(
        services,
        l10n.t('Connection to {0}', name.replace(/^.*\/\//, '')),
        `${text.join('\n')}\n`,
        'md',
      ),
  };
}
