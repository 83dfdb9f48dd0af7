import { SyncproofError } from '../../errors.ts';

/** A query string of names and values, all percent-encoded but for a `$` that starts a name. */
export function queryString(
  parameters: readonly (readonly [name: string, value: string])[],
): string {
  const pairs = parameters.map(([name, value]) => {
    const dollar = name.startsWith('$') ? '$' : '';
    return `${dollar}${encodeText(name.slice(dollar.length))}=${encodeText(value)}`;
  });
  return `?${pairs.join('&')}`;
}

/**
 * Text for a path segment or a query: a space is `%20` and a plus `%2B`, so that no reader can
 * take the one for the other (apis.md S9). Refuses half a surrogate pair, which no URL can carry.
 */
export function encodeText(text: string): string {
  if (text.isWellFormed()) return encodeURIComponent(text);
  throw new SyncproofError(
    'answer',
    'A text with half a surrogate pair cannot be asked for: correct it in its system',
  );
}
