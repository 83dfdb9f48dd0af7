import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { containersMissing, postgresKind } from '../../stores/postgres-kind.ts';
import { aligned } from '../aligned.ts';
import { started } from '../contenders/process.ts';
import type { Bench } from '../options.ts';
import type { Life } from './life.ts';

/** A life, and the store that it was lived on. */
interface Lived extends Life {
  readonly store: string;
}

/** What a process may hold for its objects, in MB: memory that is not needed is not kept. */
const heapMb = 100;

/**
 * The reference engine over ever more records, each size in a process of its own: time, calls and
 * memory. A million only with `full`; PostgreSQL only where it is asked for and can be had.
 */
export async function benchScale({ values, say }: Bench): Promise<object> {
  const lives: Lived[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'syncproof-bench-'));
  for (const records of values.full ? [...values.sizes, 1_000_000] : values.sizes) {
    lives.push({ store: 'SQLite', ...(await live(join(folder, `${records}.db`), records)) });
  }
  rmSync(folder, { recursive: true });
  const onServer = values.postgres ?? (values.full ? 100_000 : 0);
  const missing = onServer > 0 ? await containersMissing() : 'only with --postgres or --full';
  if (missing === undefined) lives.push(await onPostgres(onServer));
  else say(`Left out: PostgreSQL (${missing})`);
  say(told(lives));
  return { heapMb, lives, ...(missing === undefined ? {} : { leftOut: missing }) };
}

async function onPostgres(records: number): Promise<Lived> {
  const kind = postgresKind();
  await kind.start();
  try {
    return { store: 'PostgreSQL', ...(await live(kind.connectionString(), records)) };
  } finally {
    await kind.stop();
  }
}

async function live(place: string, records: number): Promise<Life> {
  const program = fileURLToPath(import.meta.resolve('./child.ts'));
  const limits = [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=2'];
  const { line } = await started(process.execPath, [...limits, program, place, String(records)]);
  return JSON.parse(line) as Life;
}

const pages = (records: number): number => Math.ceil(records / 500);

function told(lives: readonly Lived[]): string {
  const head = ['store', 'records', 'first pass', 'records/s', 'CPU', 'exponent'];
  const calls = ['writes', 'fewest', 'reads', 'fewest', 'quiet', 'one edit', 'whole list', 'peak'];
  const rows = lives.map((life, at) => {
    const { store, records, first, quiet, edit, sweep, peakMb } = life;
    return [
      ...[store, records, `${first.seconds.toFixed(1)} s`, (records / first.seconds).toFixed(0)],
      ...[`${first.cpuSeconds.toFixed(1)} s`, exponent(lives[at - 1], life)],
      ...[first.writes, records, first.reads, 2 * pages(records)],
      ...[quiet, edit].map(({ seconds, reads, writes }) => `${ms(seconds)}, ${reads}+${writes}`),
      ...[`${sweep.seconds.toFixed(1)} s`, `${peakMb.toFixed(0)} MB`],
    ].map(String);
  });
  return aligned([[...head, ...calls], ...rows]);
}

/** By which power of the number of records the processor's time grows; 1 is in step with it. */
function exponent(before: Lived | undefined, { store, records, first }: Lived): string {
  if (before === undefined || before.store !== store) return '';
  const times = first.cpuSeconds / before.first.cpuSeconds;
  return (Math.log(times) / Math.log(records / before.records)).toFixed(2);
}

function ms(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`;
}
