import type { Answer } from '../answer.ts';
import { broken } from '../answer.ts';
import type { Aim } from './aim.ts';
import type { Site, Struck } from './site.ts';

/** F2: the write is done, and its answer never comes. Falls on mutating requests only. */
export interface AmbiguousWrite extends Aim {
  readonly code: 'F2';
  /** Default `reset`. */
  readonly answer?: 'reset' | 502 | 504;
}

/** F3: nothing is done, and the caller is told so, or hears nothing. Falls on reads too. */
export interface CleanFailure extends Aim {
  readonly code: 'F3';
  /** Default `reset`. */
  readonly answer?: 'reset' | 500 | 502 | 503 | 504;
}

/** F6: too many requests; nothing is done. */
export interface Throttle extends Aim {
  readonly code: 'F6';
  /** Seconds; without it the system's own habit holds. */
  readonly retryAfter?: number;
}

/** Handles the request, then loses the answer. */
export function loseAnswer(rule: AmbiguousWrite, site: Site, next: () => Answer): Struck {
  const done = next().refused ? 'refused' : 'committed';
  const answer = rule.answer ?? 'reset';
  return { words: `F2: ${done}, then ${answer}`, answer: lost(answer, site) };
}

/** Fails without handling the request. */
export function failCleanly(rule: CleanFailure, site: Site): Struck {
  const answer = rule.answer ?? 'reset';
  return { words: `F3: ${answer} before any effect`, answer: lost(answer, site) };
}

/** Refuses the request for now. */
export function throttle(rule: Throttle, site: Site): Struck {
  const headers =
    rule.retryAfter === undefined ? undefined : { 'retry-after': String(rule.retryAfter) };
  return { words: 'F6: too many requests', answer: site.failure(429, headers) };
}

function lost(answer: 'reset' | number, site: Site): Answer {
  return answer === 'reset' ? broken : site.failure(answer);
}
