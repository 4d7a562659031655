import type { ConnectionReport } from './connection.js';
import type { Keeping } from './memory.js';
import type { SchemaForm } from './openai-form.js';
import type { ProbeReport } from './probe.js';

const forms: Readonly<Record<SchemaForm, string>> = {
  full: 'JSON schema, with its limits',
  unlimited: 'JSON schema, without limits of length',
  tool: 'a tool that it must call',
  object: 'JSON of any shape',
  none: 'the prompt alone',
};
const keepings: Readonly<Record<Keeping, string>> = {
  shape: 'kept to',
  json: 'gives JSON, of another shape',
  nothing: 'not kept to',
};
const keys: Readonly<Record<ConnectionReport['key'], string>> = {
  accepted: 'accepted',
  refused: 'missing or refused',
  none: 'none sent, none wanted',
  unknown: 'not tried',
};
const shown = 20;

/** A report as rows of a name and a value, for people. */
export function connectionLines(report: ConnectionReport): [name: string, value: string][] {
  const { models, reply, model } = report;
  const rows: [string, string][] = [
    ['provider', report.provider],
    ['address', report.address],
    ['key', keys[report.key]],
    ['models', models.ok ? `${models.value.count} listed` : `not listed: ${models.error.message}`],
  ];
  if (model !== undefined) {
    const has = models.ok ? (models.value.hasWanted === true ? ', listed' : ', not listed') : '';
    rows.push(['model', `${model}${has}`]);
  }
  if (reply?.ok === true) rows.push(...replyLines(reply.value));
  else if (reply) rows.push(['reply', reply.error.message]);
  if (models.ok && models.value.count > 0) {
    const { names, count } = models.value;
    const more = count > shown ? ` and ${count - shown} more` : '';
    rows.push(['there are', `${names.slice(0, shown).join(', ')}${more}`]);
  }
  return rows;
}

const replyLines = (seen: ProbeReport): [string, string][] => [
  ['answers as', seen.model],
  ['shape', `${seen.form === undefined ? 'JSON schema' : forms[seen.form]}: ${keepings[seen.keeps]}`],
  ['streams', seen.streams ? 'yes' : 'no'],
  ['first word', `after ${Math.round(seen.firstMs)} ms`],
  ['whole reply', `after ${Math.round(seen.wholeMs)} ms`],
  ['token counts', seen.usage ? 'given' : 'not given'],
];
