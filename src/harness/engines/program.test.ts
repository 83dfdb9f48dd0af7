import { expect, test } from 'vitest';
import { program } from './program.ts';

const start = (command: string) => program({ command, folder: '/' })({ GREETING: 'hello' });

test('an engine is started by a shell, in its environment', async () => {
  const running = await start('echo $GREETING; echo there >&2; exit 3');
  expect(await running.ended).toBe('it ended with exit code 3');
  expect(running.lastWords().split('\n').sort()).toEqual(['hello', 'there']);
});

test('of what an engine says only the end is kept', async () => {
  const running = await start('seq 100000');
  await running.ended;
  expect(running.lastWords()).toBe('99993\n99994\n99995\n99996\n99997\n99998\n99999\n100000');
});

test('an engine is killed with all that it has started', async () => {
  const running = await start('(trap "" TERM; sleep 1000) & trap "" TERM; sleep 1000');
  await running.kill();
  expect(await running.ended).toBe('it was ended by SIGKILL');
  await running.kill();
});

test('a command that does not exist ends at once and says so', async () => {
  const running = await start('no-such-command-at-all');
  expect(await running.ended).toBe('it ended with exit code 127');
  expect(running.lastWords()).toContain('not found');
});

test('an engine is given nothing to read', async () => {
  const running = await start('cat; echo read');
  expect(await running.ended).toBe('it ended with exit code 0');
  expect(running.lastWords()).toBe('read');
});

test('what cannot be started at all has ended, and says why', async () => {
  const running = await program({ command: 'true', folder: '/no/such/folder' })({});
  expect(await running.ended).toContain('it could not be started: ');
  await running.kill();
});
