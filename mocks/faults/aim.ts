import { z } from 'zod';
import type { Dice } from '../dice.ts';

/** Which requests a fault falls on, as data. Every part that is given must fit. */
export const aim = {
  /** The system's name, whole. */
  system: z.string().optional(),
  method: z.string().optional(),
  /** The entity that the request is about, as documents name it. */
  entity: z.string().optional(),
  /** What the request would do; a write that names no record is a create. */
  write: z.enum(['create', 'update', 'delete']).optional(),
  /** How the request reads: a list, a list with a condition, or one record. */
  read: z.enum(['list', 'search', 'one']).optional(),
  /** The record that the request addresses. */
  id: z.string().optional(),
  /** A part of path and query, in any casing. Requests for a token are hit only by a rule with a `path`. */
  path: z.string().optional(),
  /** The number of the one request that is hit, from 1, over all requests to all systems since the rule is in force. */
  request: z.int().positive().optional(),
  /** Which of the requests that fit is the first to be hit, from 1 (default 1). */
  nth: z.int().positive().optional(),
  /** How many requests in a row are hit; the default is the family's own. */
  times: z.union([z.int().positive(), z.literal('always')]).optional(),
  /** How likely each of those is hit, drawn from `seed`. */
  chance: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
};

const aimed = z.strictObject(aim);

/** A rule's aim. */
export type Aim = z.infer<typeof aimed>;

/** What a write would do. */
export type WriteKind = 'create' | 'update' | 'delete';

/** A request as an aim sees it. */
export interface Target {
  readonly system: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly isToken: boolean;
  readonly entity: string | undefined;
  /** `undefined` for whatever does not write. */
  write(): WriteKind | undefined;
  /** `undefined` for whatever does not read. */
  read(): 'list' | 'search' | 'one' | undefined;
  /** The id of the record that the request addresses, if it does. */
  addressed(): string | undefined;
}

/** Whether the request is one of those that the aim counts. */
export function fits(aim: Aim, target: Target): boolean {
  if (aim.system !== undefined && aim.system !== target.system) return false;
  if (aim.method !== undefined && aim.method.toUpperCase() !== target.method) return false;
  if (aim.entity !== undefined && aim.entity !== target.entity) return false;
  if (aim.write !== undefined && aim.write !== target.write()) return false;
  if (aim.read !== undefined && aim.read !== target.read()) return false;
  if (aim.id !== undefined && aim.id !== target.addressed()) return false;
  if (aim.path === undefined) return !target.isToken || aim.request !== undefined;
  return target.url.toLowerCase().includes(aim.path.toLowerCase());
}

/** Where a request stands among those since the rule is in force. */
export interface Count {
  /** Of all requests. */
  readonly request: number;
  /** Of those that fit. */
  readonly nth: number;
}

/** Whether a request that fits is hit. Draws from the dice for each that may be. */
export function hits(
  aim: Aim,
  count: Count,
  chance: { readonly dice: Dice; readonly lasting: boolean },
): boolean {
  if (aim.request !== undefined && aim.request !== count.request) return false;
  const first = aim.nth ?? 1;
  const times = aim.times ?? (chance.lasting || aim.chance !== undefined ? 'always' : 1);
  const last = times === 'always' ? Number.POSITIVE_INFINITY : first + times - 1;
  // A number among all requests needs no number among those that fit.
  const within = aim.request !== undefined || (count.nth >= first && count.nth <= last);
  return within && (aim.chance === undefined || chance.dice() < aim.chance);
}
