import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { en, Faker } from '@faker-js/faker';
import { ourTwins } from '../../fixtures/twins/our-twins.ts';
import { type Served, serve } from '../../mocks/serve/serve.ts';
import { wallClock } from '../../src/clock.ts';
import { syncproof } from './sync-process.ts';

/** What a loop of kills has left behind. */
export interface Aftermath {
  /** Runs that `kill -9` really cut short. */
  readonly killed: number;
  readonly activities: readonly Row[];
  readonly projectActivities: readonly Row[];
  readonly timeTracking: readonly Row[];
  /** What `syncproof status --json` says in the end. */
  readonly status: readonly {
    readonly linked: number;
    readonly broken: readonly unknown[];
    readonly pending: readonly unknown[];
  }[];
}

export type Row = Readonly<Record<string, unknown>>;

interface Loop {
  readonly rounds: number;
  readonly seed: number;
  readonly onRound?: (round: number) => void;
}

/** The part of a run's time that passes at the least before it is killed: before that it only starts. */
const shortestLife = 0.3;

/**
 * Users create and rename activities on both sides while `syncproof sync` is started and killed
 * again and again, over real sockets and a store on disk; then it may finish in peace. A life lasts
 * as long as an undisturbed run at the most, so that few are over before they are cut short.
 */
export async function killLoop({ rounds, seed, onRound }: Loop): Promise<Aftermath> {
  const served = await serve({
    kinds: ourTwins({ seed, records: 0, requestsPerSecond: 1000 }),
    seed,
    port: 0,
    clock: wallClock,
    faults: '[]',
    onDefect: (defect) => {
      throw defect;
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'syncproof-kill-'));
  const store = join(folder, 'store.db');
  const faker = new Faker({ locale: en, seed });
  try {
    await syncproof(served, 'sync', '--store', store, '--first-run').ended;
    const began = performance.now();
    await syncproof(served, 'sync', '--store', store, '--lease', '1').ended;
    const wholeLifeMs = Math.ceil(performance.now() - began);
    let killed = 0;
    for (let round = 1; round <= rounds; round += 1) {
      await usersWork(served, faker);
      const run = syncproof(served, 'sync', '--store', store, '--lease', '1');
      const life = wholeLifeMs * faker.number.float({ min: shortestLife, max: 1 });
      const died = await Promise.race([run.ended.then(() => false), pause(life, true)]);
      if (died) run.child.kill('SIGKILL');
      if ((await run.ended).code === null) killed += 1;
      onRound?.(round);
    }
    await leftInPeace(served, store);
    const status = await syncproof(served, 'status', '--store', store, '--json').ended;
    return {
      killed,
      activities: await records(served, 'crmoffice', 'Activities'),
      projectActivities: await records(served, 'poweroffice-go', 'Projectactivity'),
      timeTracking: await records(served, 'poweroffice-go', 'Timetrackingactivity'),
      status: JSON.parse(status.out),
    };
  } finally {
    await served.drain(1000);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs until one leaves nothing open, and once more for what that one wrote. How many that takes is
 * a matter of time, not of runs: an interrupted create is looked for only when replicas must show it.
 */
async function leftInPeace(served: Served, store: string): Promise<void> {
  const end = performance.now() + peaceMs;
  for (;;) {
    const { code, out, err } = await syncproof(served, 'sync', '--store', store).ended;
    if (code === 0) break;
    if (performance.now() > end) throw new Error(`still open after ${peaceMs} ms: ${out}${err}`);
  }
  await syncproof(served, 'sync', '--store', store).ended;
}

/** Several times what the engine waits for replicas. */
const peaceMs = 60_000;

/** One new activity, and one rename on either side. */
async function usersWork(served: Served, faker: Faker): Promise<void> {
  const subject = (): string => `${faker.company.buzzPhrase()} ${faker.string.alphanumeric(6)}`;
  await control(served, 'POST', '/parties/crmoffice/Activities', { subject: subject() });
  const side = faker.datatype.boolean()
    ? (['crmoffice', 'Activities', 'subject'] as const)
    : (['poweroffice-go', 'Projectactivity', 'name'] as const);
  const [system, entity, property] = side;
  const ids = await idsOf(served, system, entity);
  if (ids.length === 0) return;
  const id = faker.helpers.arrayElement(ids);
  await control(served, 'PATCH', `/parties/${system}/${entity}/${id}`, { [property]: subject() });
}

async function idsOf(served: Served, system: string, entity: string): Promise<readonly string[]> {
  const listed = await control(served, 'GET', `/parties/${system}/${entity}`);
  return (listed as { readonly ids: readonly string[] }).ids;
}

async function records(served: Served, system: string, entity: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const id of await idsOf(served, system, entity))
    rows.push((await control(served, 'GET', `/parties/${system}/${entity}/${id}`)) as Row);
  return rows;
}

async function control(
  { control: origin }: Served,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const sent =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${origin}${path}`, { method, ...sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
