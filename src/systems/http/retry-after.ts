/** How long a system is left alone that does not say how long, in milliseconds. */
export const usualRestMs = 1000;

/**
 * How long a system asks to be left alone, in milliseconds: the `Retry-After` of its answer (RFC
 * 9110, 10.2.3), in seconds or until a date by the system's own clock; `undefined` where it does
 * not say.
 */
export function restAskedBy({ headers }: Response): number | undefined {
  const asked = headers.get('retry-after');
  if (asked === null) return undefined;
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const rest = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(rest) ? undefined : Math.max(0, rest);
}
