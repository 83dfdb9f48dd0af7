export type WriteKind = 'create' | 'update' | 'delete';

/** Which requests a fault falls on. Every part that is given must fit. */
export interface Aim {
  /** The system's name, whole. */
  readonly system?: string;
  readonly method?: string;
  /** The entity that the request is about, as documents name it. */
  readonly entity?: string;
  /** What the request would do; a write that names no record is a create. */
  readonly write?: WriteKind;
  /** A part of path and query, in any casing. Requests for a token are hit only by a rule with a `path`. */
  readonly path?: string;
  /** Which of the requests that fit is the first to be hit, from 1 (default 1). */
  readonly nth?: number;
  /** How many requests in a row are hit (default 1). */
  readonly times?: number;
}

/** A request as an aim sees it. */
export interface Target {
  readonly system: string;
  readonly method: string;
  readonly url: string;
  readonly isToken: boolean;
  readonly entity: string | undefined;
  /** `undefined` for whatever does not write. */
  write(): WriteKind | undefined;
}

/** Whether the request is one of those that the aim counts. */
export function fits(aim: Aim, target: Target): boolean {
  if (aim.system !== undefined && aim.system !== target.system) return false;
  if (aim.method !== undefined && aim.method.toUpperCase() !== target.method) return false;
  if (aim.entity !== undefined && aim.entity !== target.entity) return false;
  if (aim.write !== undefined && aim.write !== target.write()) return false;
  if (aim.path === undefined) return !target.isToken;
  return target.url.toLowerCase().includes(aim.path.toLowerCase());
}

/** Whether the `count`-th request that fits is hit. */
export function hits(aim: Aim, count: number): boolean {
  const first = aim.nth ?? 1;
  return count >= first && count < first + (aim.times ?? 1);
}
