import { appendFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Runs what `load` defines, in the extension host. Rejects where a test failed, as VS Code wants it. */
export async function runTests(load: () => Promise<unknown>): Promise<void> {
  const report = process.env['PAIRSMITH_HOST_REPORT'];
  if (report === undefined)
    throw new Error('PAIRSMITH_HOST_REPORT must name the file to write the report to.');
  // To a file: the host's console goes through the window, with what other extensions say in between.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => appendFileSync(report, `${format(...args)}\n`);
  const mocha = new Mocha({
    reporter: 'spec',
    color: false,
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
  });
  const grep = process.env['PAIRSMITH_HOST_GREP'];
  if (grep !== undefined) mocha.grep(grep);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
