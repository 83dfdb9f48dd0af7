import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { EngineOrder } from '../../engine-order.ts';
import { type EngineFlags, engineOrder, engineWords } from './engine-options.ts';

const usual: EngineFlags = {
  engine: 'reference',
  signal: false,
  quietPolls: 2,
  settleSeconds: 30,
};

const judged = { signals: false, quietPasses: 2, withinMs: 30_000 };

test('without a word the engine is ours', () => {
  expect(engineOrder(usual, '/here')).toBeUndefined();
  expect(engineWords(undefined)).toBe('');
});

test('a command and an image are taken with how they are judged', () => {
  expect(engineOrder({ ...usual, engine: 'http', start: './sync' }, '/here')).toEqual({
    ...{ kind: 'http', command: './sync', folder: '/here' },
    ...judged,
  });
  const flags = { ...usual, image: 'sync:1', signal: true, quietPolls: 0, settleSeconds: 5 };
  expect(engineOrder({ ...flags, engine: 'container' }, '/here')).toEqual({
    ...{ kind: 'container', image: 'sync:1' },
    ...{ signals: true, quietPasses: 1, withinMs: 5000 },
  });
});

test.each<Partial<EngineFlags>>([
  { engine: 'http' },
  { engine: 'container' },
  { engine: 'http', start: 'x', image: 'y' },
  { engine: 'container', image: 'y', start: 'x' },
  { start: 'x' },
  { image: 'y' },
  { signal: true },
])('%j is refused', (flags) => {
  expect(() => engineOrder({ ...usual, ...flags }, '/here')).toThrow(
    expect.objectContaining({ code: 'usage' }),
  );
});

test('the words for an engine are read by a shell as they were given', () => {
  const command = `it's "$HOME" \\ and \`date\``;
  const order: EngineOrder = { kind: 'http', command, folder: '/', ...judged, signals: true };
  const words = engineWords({ ...order, quietPasses: 4, withinMs: 7000 });
  const read = execFileSync('sh', ['-c', `printf '%s\\n'${words}`], { encoding: 'utf8' });
  expect(read.trimEnd().split('\n')).toEqual([
    ...['--engine', 'http', '--start', command, '--signal'],
    ...['--quiet-polls', '4', '--settle-seconds', '7'],
  ]);
});
