import type { Verdict } from '../../checklist/verdict.ts';

/** What a team commits: who answers for which requirements. `signoff.json` is this. */
export interface Signoff {
  readonly format: 'syncproof-signoff/1';
  readonly signatures: readonly Signature[];
}

/** What a signer can say of a requirement. */
export const decisions = ['accepted', 'accepted with deviation', 'rejected'] as const;

export type Decision = (typeof decisions)[number];

/** One person's word on one requirement of one result. */
export interface Signature {
  readonly requirement: string;
  /** Digest of the result that was looked at. */
  readonly result: string;
  readonly name: string;
  readonly role: string;
  /** ISO 8601, UTC. */
  readonly signed: string;
  readonly decision: Decision;
  /** `''` where there is none, which only an accepted pass may have. */
  readonly remark: string;
  readonly bound: Bound;
  /** SHA-256 of all the rest, so that a slip of an editor is noticed. It proves no identity. */
  readonly seal: string;
}

/** What a signature was given for: when any of it changes, it lapses. */
export interface Bound {
  /** The requirement's own words, kept to be shown beside new ones. */
  readonly text: string;
  /** SHA-256 of the words, the kind, both entities, and for a merge its table. */
  readonly words: string;
  /** SHA-256 of its checks' ids and titles. */
  readonly checks: string;
  readonly engine: string;
  /** Digests of what the systems' APIs were taken to do. */
  readonly source: string;
  readonly target: string;
  readonly verdict: Verdict;
}

/**
 * A signature's content in one order, for its seal; the page seals by the same text. A list, not
 * an object, since the order of keys in a file is nobody's promise.
 */
export function sealedText(signature: Omit<Signature, 'seal'>): string {
  const { requirement, result, name, role, signed, decision, remark, bound } = signature;
  const { text, words, checks, engine, source, target, verdict } = bound;
  const said = [requirement, result, name, role, signed, decision, remark];
  return JSON.stringify([...said, text, words, checks, engine, source, target, verdict]);
}
