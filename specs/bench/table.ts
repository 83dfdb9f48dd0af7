import { tasks } from './contenders/contender.ts';
import type { Score } from './race.ts';

/** Rates as a table: requests a second, and behind them how many times the first contender's. */
export function table(scores: readonly Score[]): string {
  const [first] = scores;
  const head = ['requests/s', ...tasks, 'keeps', 'failed'];
  const rows = scores.map(({ name, keeps, rates, failed }) => [
    name,
    ...tasks.map((task) => cell(rates[task], first?.rates[task])),
    keeps,
    String(failed),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => (at === 0 ? text.padEnd : text.padStart).call(text, widths[at] ?? 0))
      .join('  ');
  return `${all.map(line).join('\n')}\n`;
}

function cell(rate: number, of: number | undefined): string {
  if (of === undefined || of === 0 || rate === 0) return String(rate);
  return `${rate} (${(rate / of).toFixed(2)})`;
}
