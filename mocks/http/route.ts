import type { Lag } from '../records/history.ts';
import type { By } from '../records/row.ts';
import type { Answer } from './answer.ts';

/**
 * What kind of request a route takes: the contract's word on what is mutating, and on the shape of
 * answers. `notices` tell what has changed, `marks` what was deleted.
 */
export type RouteKind = 'token' | 'list' | 'one' | 'write' | 'notices' | 'marks';

/** A request as a route's handler gets it: authenticated, its path taken apart. */
export interface Call {
  readonly url: URL;
  /** By the names in the route's path, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Headers;
  readonly body: string;
  /** For changes that the call makes. */
  readonly by: By;
  /** How old a state the call reads. */
  readonly lag: Lag | undefined;
}

/** One documented operation. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `/Customer/{parentId}/Contact/{id}`. */
  readonly path: string;
  readonly kind: RouteKind;
  readonly handle: (call: Call) => Answer;
  /** The entity that it is about; absent for tokens. */
  readonly entity?: string;
  /** Any of these must be granted to the token; absent where any token will do. */
  readonly privileges?: readonly string[];
  /** The id of the record that a request addresses; absent for routes that address none. */
  readonly addressed?: (call: Pick<Call, 'params' | 'body'>) => string | undefined;
}

/** Where a request leads: a route, a path that exists with other methods, or nowhere. */
export type Match =
  | { readonly found: 'route'; readonly route: Route; readonly params: Record<string, string> }
  | { readonly found: 'path' }
  | { readonly found: 'nothing' };

/**
 * Makes the matcher of a system's routes. A lenient one ignores casing, doubled slashes and a
 * slash at the end.
 */
export function createMatcher(
  routes: readonly Route[],
  { lenient }: { readonly lenient: boolean },
): (method: string, pathname: string) => Match {
  const split = (path: string): readonly string[] => {
    const parts = path.split('/').slice(1);
    return lenient ? parts.filter((part) => part !== '') : parts;
  };
  const fold = (part: string): string => (lenient ? part.toLowerCase() : part);
  // Every path begins with a literal, which with the length leaves few routes to try.
  const start = (parts: readonly string[]): string => `${parts.length}/${fold(parts[0] ?? '')}`;
  const compiled = routes.map((route) => ({ route, path: split(route.path) }));
  const byStart = Map.groupBy(
    compiled.map(({ route, path }) => ({ route, key: start(path), parts: path.map(partOf(fold)) })),
    ({ key }) => key,
  );
  return (method, pathname) => {
    const segments = split(pathname).map(decoded);
    let match: Match = { found: 'nothing' };
    for (const { route, parts } of byStart.get(start(segments)) ?? []) {
      const params = paramsOf(parts, segments);
      if (params && route.method === method) return { found: 'route', route, params };
      if (params) match = { found: 'path' };
    }
    return match;
  };
}

type Part = { readonly name: string } | { readonly is: (segment: string) => boolean };

function partOf(fold: (part: string) => string): (part: string) => Part {
  return (part) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined) return { name };
    const literal = fold(part);
    return { is: (segment) => fold(segment) === literal };
  };
}

function paramsOf(
  parts: readonly Part[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? '';
    if ('name' in part) params[part.name] = segment;
    else if (!part.is(segment)) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
