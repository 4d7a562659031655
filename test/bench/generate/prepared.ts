import { resolveSettings } from '../../../src/core/settings/index.js';
import { environmentSecrets } from '../../../src/node/ports.js';
import { prepare, type Prepared } from '../../../src/node/prepare.js';

/**
 * What a run needs to ask a fake server for chunks of 1,400 characters, as the command line makes it.
 * @param more further settings, by name
 */
export async function preparedFor(
  url: string,
  concurrency: number,
  more: Readonly<Record<string, number>> = {},
): Promise<Prepared> {
  const values = {
    provider: 'openai',
    model: 'fake',
    baseUrl: `${url}/v1`,
    concurrency,
    chunkSize: 1400,
    overlap: 0,
    ...more,
  };
  const settings = resolveSettings([{ values, asText: false, nameOf: String }]);
  if (!settings.ok) throw new Error(settings.error.message);
  const prepared = await prepare(settings.value, environmentSecrets({}), '.');
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.value;
}
