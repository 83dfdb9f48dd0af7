import { aligned } from './aligned.ts';
import { tasks } from './contenders/contender.ts';
import type { Score } from './race.ts';

/** Rates as a table: requests a second, and behind them how many times the first contender's. */
export function table(scores: readonly Score[]): string {
  const [first] = scores;
  const rows = scores.map(({ name, keeps, rates, failed }) => [
    name,
    ...tasks.map((task) => cell(rates[task], first?.rates[task])),
    keeps,
    String(failed),
  ]);
  return aligned([['requests/s', ...tasks, 'keeps', 'failed'], ...rows]);
}

function cell(rate: number, of: number | undefined): string {
  if (of === undefined || of === 0 || rate === 0) return String(rate);
  return `${rate} (${(rate / of).toFixed(2)})`;
}
