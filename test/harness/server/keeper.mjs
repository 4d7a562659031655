// Runs a program and ends it, with all that it has started, once our standard input closes: so nothing stays behind
// even where the tests were killed. Started as the leader of its own process group.
import { spawn, spawnSync } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

function end() {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    process.exit();
  }
  process.kill(-process.pid, 'SIGKILL');
}

child.on('error', (error) => {
  console.error(error.message);
  end();
});
child.on('exit', end);
process.stdin.resume().on('end', end).on('error', end);
