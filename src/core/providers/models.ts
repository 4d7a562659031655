import { fail, ok, type Outcome } from '../outcome.js';
import { parseEndpoint } from './endpoint.js';
import { ProtocolError, toProviderError, type ErrorContext } from './errors.js';
import { guardedFetch, wholeText } from './http.js';
import { modelList, type OfferedModel } from './model-lists.js';
import type { ProviderError } from './provider.js';
import { replyValue } from './reply-values.js';

export type { OfferedModel } from './model-lists.js';

export interface ModelsQuery {
  /** The provider's id. */
  readonly provider: string;
  /** The server's address, as settings have it. */
  readonly address: string;
  readonly key: string | undefined;
  /** What to set where it is missing or wrong, for messages. */
  readonly keyName?: string | undefined;
  /** How long to wait, in milliseconds; 10 s if undefined. */
  readonly patienceMs?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** A server that answers at all answers this at once. */
const usualPatienceMs = 10_000;
/** A server that goes on and on is no list. */
const mostPages = 20;

/** Asks a server which models it has, page after page. By name. */
export async function offeredModels(query: ModelsQuery): Promise<Outcome<OfferedModel[], ProviderError>> {
  const list = modelList(query.provider);
  const endpoint = parseEndpoint(list.root(query.address), query.key, list.keyHeader);
  if (!endpoint.ok) return endpoint;
  const { url } = endpoint.value;
  const context: ErrorContext = {
    endpoint: endpoint.value,
    model: '',
    keyName: query.keyName ?? 'API key',
    unreachable: list.unreachable,
    unknownModel: 'Choose one that the server offers.',
    unknownAddress: list.unknownAddress,
  };
  try {
    const patience = AbortSignal.timeout(query.patienceMs ?? usualPatienceMs);
    const ask = guardedFetch(query.fetch ?? fetch, endpoint.value, patience, list.headers);
    const models: OfferedModel[] = [];
    let path: string | undefined = list.path;
    for (let page = 0; path !== undefined && page < mostPages; page++) {
      const text = await wholeText(await ask(url + path));
      const reply = replyValue(text, endpoint.value, list.unknownAddress);
      const read = list.read(reply);
      if (!read) {
        throw new ProtocolError(`${url} does not answer with a list of models. ${context.unknownAddress}`);
      }
      models.push(...read.models);
      path = read.next === undefined ? undefined : `${list.path}&${read.next}`;
    }
    return ok(models.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
  } catch (error) {
    return fail(toProviderError(error, context));
  }
}
