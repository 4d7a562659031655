import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile } from '../../fixtures/cli.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { tempFolder } from '../../fixtures/temp.js';
import { documents, workspace } from '../../fixtures/workspace.js';

describe('a folder for kept replies that can’t be written to', () => {
  let server: FakeServer;
  before(cliFile);
  beforeEach(async () => void (server = await startFakeServer()));
  afterEach(() => server.close());

  const inItsPlace = (): string => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    return file;
  };
  const folders: readonly (readonly [what: string, folder: () => string, reason: RegExp])[] = [
    ['is a file', inItsPlace, /a part of its path is a file/],
    ...(process.platform === 'linux'
      ? ([['is in /proc', () => '/proc/pairsmith/cache', /it is not there/]] as const)
      : []),
  ];
  for (const [what, place, reason] of folders) {
    it(`and ${what} is told of once, and the run goes on`, async () => {
      const environment = { PAIRSMITH_CACHE_FOLDER: place() };
      const words = `generate docs --provider openai --model m --base-url ${server.url}/v1`.split(' ');
      const { code, stderr } = await cli(words, { folder: workspace(documents), environment });
      assert.equal(code, 0, stderr);
      assert.match(stderr, reason);
      assert.equal(stderr.match(/Replies can't be kept in .*PAIRSMITH_CACHE_FOLDER/g)?.length, 1);
      assert.match(stderr, /^done +3\b/m);
    });
  }
});
