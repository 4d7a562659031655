import assert from 'node:assert/strict';
import { connectionLines } from '../../../src/core/providers/connection-lines.js';
import { connectionProblems } from '../../../src/core/providers/connection.js';
import type { ConnectionReport } from '../../../src/core/providers/connection.js';
import { resolveSettings } from '../../../src/core/settings/index.js';
import { testSettings } from '../../../src/node/connection.js';
import { environmentSecrets } from '../../../src/node/ports.js';
import {
  startFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from '../../fixtures/server/fake-server.js';

const kept = '{"colour":"red","note":"no"}';
const key = 'right.key.9876543210';

describe('a test of a connection', () => {
  let server: FakeServer | undefined;
  afterEach(() => server?.close());

  const test = async (values: object, environment: Record<string, string> = {}) => {
    const settings = resolveSettings([{ values, asText: false, nameOf: String }]);
    assert.ok(settings.ok);
    return testSettings(settings.value, environmentSecrets(environment), new AbortController().signal, {});
  };
  const start = async (options: FakeServerOptions): Promise<string> => {
    server = await startFakeServer(options);
    return `${server.url}/v1`;
  };
  const reportOf = async (...args: Parameters<typeof test>): Promise<ConnectionReport> => {
    const tested = await test(...args);
    assert.ok(tested.ok, tested.ok ? '' : tested.error.message);
    assert.doesNotMatch(
      JSON.stringify(tested.value) + connectionLines(tested.value).join(),
      /right\.key|pass\.word/,
    );
    return tested.value;
  };
  const codes = (report: ConnectionReport) => connectionProblems(report).map(({ code }) => code);
  const row = (report: ConnectionReport, name: string) => new Map(connectionLines(report)).get(name);

  it('tells address, key, models, shape, stream, times and counts of a server that works', async () => {
    const baseUrl = await start({ model: 'tiny', key, answer: () => kept });
    const at = baseUrl.replace('://', '://me:pass.word@');
    const report = await reportOf(
      { provider: 'openai', model: 'tiny', baseUrl: at },
      { PAIRSMITH_API_KEY: key },
    );
    assert.deepEqual(codes(report), []);
    assert.equal(report.address, baseUrl);
    assert.equal(report.key, 'accepted');
    assert.deepEqual(report.models, { ok: true, value: { count: 1, hasWanted: true, names: ['tiny'] } });
    assert.equal(row(report, 'shape'), 'JSON schema, with its limits: kept to');
    assert.equal(row(report, 'there are'), 'tiny');
    assert.equal(row(report, 'streams'), 'yes');
    assert.equal(row(report, 'token counts'), 'given');
    assert.match(row(report, 'first word') ?? '', /^after \d+ ms$/);
  });

  it('says what to do about each thing that is wrong', async () => {
    const baseUrl = await start({ model: 'tiny', key, answer: () => kept });
    const openai = { provider: 'openai', model: 'tiny', baseUrl };
    const keyless = await reportOf(openai);
    assert.equal(keyless.key, 'refused');
    assert.match(connectionProblems(keyless)[0]?.message ?? '', /Set PAIRSMITH_API_KEY/);
    const wrongModel = await reportOf({ ...openai, model: 'huge' }, { PAIRSMITH_API_KEY: key });
    assert.deepEqual(codes(wrongModel), ['not-found']);
    assert.equal(row(wrongModel, 'model'), 'huge, not listed');
    assert.equal(row(wrongModel, 'there are'), 'tiny');
    const noModel = await reportOf({ provider: 'openai', baseUrl }, { PAIRSMITH_API_KEY: key });
    assert.deepEqual(codes(noModel), ['no-model']);
    await server?.close();
    const empty = await startFakeServer(); // that nobody has asked, so no connection is left over
    await empty.close();
    const gone = await reportOf({ ...openai, baseUrl: `${empty.url}/v1` });
    assert.deepEqual(codes(gone), ['network']);
    assert.equal(gone.reply, undefined);
    assert.match(connectionProblems(gone)[0]?.message ?? '', /Nothing answers at/);
  });

  it('warns of a model that keeps to no shape', async () => {
    const baseUrl = await start({ answer: () => 'banana' });
    const report = await reportOf({ provider: 'llamacpp', model: 'any', baseUrl });
    assert.deepEqual(codes(report), ['shape']);
    assert.equal(report.key, 'none');
    assert.equal(row(report, 'shape'), 'JSON schema, with its limits: not kept to');
  });

  it('works with the other wire formats', async () => {
    const baseUrl = (await start({ answer: () => kept, key })).replace('/v1', '');
    for (const provider of ['ollama', 'anthropic', 'gemini']) {
      const report = await reportOf({ provider, model: 'fake', baseUrl }, { PAIRSMITH_API_KEY: key });
      assert.equal(report.reply?.ok, true, `${provider} ${JSON.stringify(report.reply)}`);
      assert.equal(report.models.ok && report.models.value.hasWanted, true, provider);
    }
  });

  it('is nothing for what asks no server, or has no address', async () => {
    const builtin = await test({ provider: 'builtin' });
    assert.match(builtin.ok ? '' : builtin.error.message, /nothing to test/);
    const azure = await test({ provider: 'azure', model: 'mine' });
    assert.match(azure.ok ? '' : azure.error.message, /say where your server is/);
  });
});
