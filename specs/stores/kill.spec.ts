import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/sync/store/sqlite.ts';
import { collected } from './collected.ts';
import { lastStep, linksAStep, stepChanges } from './commit-steps.ts';
import { section } from './samples.ts';

const program = fileURLToPath(new URL('./commit-loop.ts', import.meta.url));

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'syncproof-kill-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('What was committed is there, and nothing by half, after 30 times of kill -9', async () => {
  const path = join(folder, 'store.db');
  let steps = 0;
  for (let round = 0; round < 30; round += 1) {
    // Killed at its opening, at its first commit, and so on.
    const said = await killedAtLine(path, 1 + (round % 10));
    const confirmed = Math.max(steps, ...said.map(Number).filter(Number.isInteger));
    if (confirmed === 0 && !existsSync(path)) continue;
    steps = await wholeSteps(path);
    expect([confirmed, confirmed + 1], `round ${round}`).toContain(steps);
  }
  expect(steps).toBeGreaterThan(30);
}, 120_000);

test('Whoever is killed while making a store leaves none, or a whole one', async () => {
  for (let change = 1; change <= 12; change += 1) {
    const path = join(folder, `${change}`, 'store.db');
    await killedAtChange(path, change);
    const store = await openSqliteStore(path, { create: !existsSync(path) });
    await store.commit(stepChanges((await lastStep(store)) + 1));
    await store.close();
    expect(await wholeSteps(path)).toBeGreaterThan(0);
  }
}, 120_000);

/** How many steps the store holds, once each of them was found to be whole and none beyond them begun. */
async function wholeSteps(path: string): Promise<number> {
  const store = await openSqliteStore(path);
  const steps = await lastStep(store);
  const links = await collected(store.links(section));
  const numbers = Array.from({ length: steps * linksAStep }, (_, n) => `s${n} t${n}`);
  expect(links.map(({ source, target }) => `${source.id} ${target.id}`)).toEqual(numbers);
  for (const step of [steps - 1, steps, steps + 1]) {
    const intent = await store.intent({ section, sourceId: `s${step}` });
    expect(intent !== undefined, `intent ${step} of ${steps}`).toBe(step === steps && steps > 0);
  }
  await store.close();
  return steps;
}

/** What the program said, the last words after it was killed included. */
async function killedAtLine(path: string, count: number): Promise<readonly string[]> {
  const child = start(path);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > count) child.kill('SIGKILL');
  });
  await killed(child);
  return said.split('\n').slice(0, -1);
}

/** Kills the program when something in the store's folder changes for the `count`th time. */
async function killedAtChange(path: string, count: number): Promise<void> {
  const place = dirname(path);
  mkdirSync(place);
  let changes = 0;
  const child = start(path);
  const watcher = watch(place, { recursive: true }, () => {
    changes += 1;
    if (changes === count) child.kill('SIGKILL');
  });
  await killed(child);
  watcher.close();
}

function start(path: string): ChildProcess {
  return spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function killed(child: ChildProcess): Promise<void> {
  const [, signal] = await once(child, 'close');
  expect(signal, 'the program ended by itself').toBe('SIGKILL');
}
