import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tryOut } from './try-out.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);

interface Trial {
  readonly knocked?: Promise<void>;
  readonly wait?: (ms: number) => Promise<void>;
}

/** What is said of an engine that is started by this command. */
async function said(command: string, { knocked = never(), wait = never }: Trial): Promise<string> {
  const judged = { signals: true, quietPasses: 2, withinMs: 2000 };
  const order = { kind: 'http', command, folder: '/', ...judged } as const;
  const trial = tryOut({ order, environment: { GREETING: 'hello' }, knocked, wait });
  return trial.then(
    () => 'nothing',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );
}

test('An engine that sends a request is fit', async () => {
  expect(await said('sleep 1000', { knocked: Promise.resolve() })).toBe('nothing');
});

test('An engine that ends before it has sent any is refused, with its last words', async () => {
  const command = 'touch "$SYNCPROOF_STATE/memory" && echo "$GREETING:$SYNCPROOF_STATE"; exit 3';
  const words = await said(command, {});
  const refusal = 'usage: The engine cannot be judged: it ended with exit code 3.';
  expect(words).toContain(`${refusal} Its last words:\nhello:`);
  const [, memory = ''] = words.split('hello:');
  expect(memory).toContain('syncproof-engine-');
  expect(existsSync(memory)).toBe(false);
});

test('Of an engine that said nothing no last words are told', async () => {
  expect(await said('exit 0', {})).toBe(
    'usage: The engine cannot be judged: it ended with exit code 0.',
  );
});

test('An engine that sends none in its time is refused', async () => {
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  expect(await said('sleep 1000', { wait })).toBe(
    'usage: The engine cannot be judged: it sent no request to either system within 2 seconds.',
  );
  expect(waits).toEqual([2000]);
});
