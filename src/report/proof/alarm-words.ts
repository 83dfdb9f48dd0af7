/** What rings for a fault, in a few words: the laws by number, the checks' own expectations counted. */
export function alarmWords(alarms: readonly string[]): string {
  const laws = alarms.filter((alarm) => /^I\d+$/.test(alarm)).toSorted(byNumber);
  const own = alarms.filter((alarm) => !laws.includes(alarm));
  if (own.length <= 2) return [...laws, ...own].join(', ');
  return [...laws, `${own.length} checks themselves`].join(', ');
}

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}
