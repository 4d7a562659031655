// Loaded into VS Code's server before its own code. Answers the one request that code-server's launcher, which is left
// out, would: half of the key that secrets are kept with. Without it, SecretStorage fails.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Server } from 'node:http';
import { join } from 'node:path';

const folder = process.argv
  .find((arg) => arg.startsWith('--user-data-dir='))
  ?.slice('--user-data-dir='.length);

/** The same after a restart, as the browser keeps what was encrypted with it. */
function key() {
  const file = join(folder, 'serve-web-key-half');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

// Not in the extension hosts, which may inherit the flag that loads this.
if (folder !== undefined && process.argv[1]?.endsWith('server-main.js')) {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event, request, response, ...rest) {
    if (event !== 'request' || request.method !== 'POST' || request.url !== '/mint-key')
      return emit.call(this, event, request, response, ...rest);
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(key());
    return true;
  };
}
