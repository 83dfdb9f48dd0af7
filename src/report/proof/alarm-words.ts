import { numberOf } from './standing.ts';

/** What rings for a fault, in a few words: the laws by number, the checks' own expectations counted. */
export function alarmWords(alarms: readonly string[]): string {
  const byNumber = Map.groupBy(alarms, numberOf);
  const numbers = [...byNumber.keys()].filter((number) => /^I\d+$/.test(number));
  const laws = numbers.toSorted(inOrder).map((number) => {
    const times = byNumber.get(number)?.length ?? 0;
    return times > 1 ? `${number} in ${times} ways` : number;
  });
  const own = [...byNumber.keys()].filter((alarm) => !numbers.includes(alarm));
  if (own.length <= 2) return [...laws, ...own].join(', ');
  return [...laws, `${own.length} checks themselves`].join(', ');
}

function inOrder(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}
