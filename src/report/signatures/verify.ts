import { allRequirements } from '../result/all-requirements.ts';
import { resultDigest } from '../result/digest.ts';
import type { Result } from '../result/model.ts';
import { bounds } from './bound.ts';
import { lapses } from './lapses.ts';
import { lacksRemark, sealOf } from './sign.ts';
import type { Bound, Signature, Signoff } from './signoff.ts';

/** Where a requirement stands with its signers. */
export interface Standing {
  /** `altered`: no signature holds, and one is not as it was given: somebody changed the file. */
  readonly state: 'signed' | 'rejected' | 'lapsed' | 'altered' | 'unsigned';
  /** Each signature of the requirement, in the file's order. */
  readonly signatures: readonly Examined[];
}

/** A signature, and why it no longer holds; it holds where there is no reason. */
export interface Examined {
  readonly signature: Signature;
  /** What changed since it was given, each in a sentence. */
  readonly lapses: readonly string[];
  /** Whether the signature itself is not as it was given. */
  readonly altered: boolean;
  /** Whether it was given for this very result, not for an earlier one that said the same. */
  readonly sameResult: boolean;
}

/** All standings, and signatures of requirements that the document no longer has. */
export interface Verified {
  /** Digest of the result, which signatures name. */
  readonly digest: string;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly gone: readonly Signature[];
}

/** Holds every signature against a result. What is missing or altered counts as not signed. */
export function verify(result: Result, { signatures }: Signoff): Verified {
  const digest = resultDigest(result);
  const bound = bounds(result);
  const byRequirement = Map.groupBy(signatures, ({ requirement }) => requirement);
  const ids = allRequirements(result).map(({ id }) => id);
  const standings = ids.map((id): [string, Standing] => {
    const examined = (byRequirement.get(id) ?? []).map((signature) =>
      examine(signature, bound?.get(id), digest),
    );
    return [id, { state: stateOf(examined), signatures: examined }];
  });
  const known = new Set(ids);
  return {
    digest,
    standings: new Map(standings),
    gone: signatures.filter(({ requirement }) => !known.has(requirement)),
  };
}

function examine(signature: Signature, now: Bound | undefined, digest: string): Examined {
  const sameResult = signature.result === digest;
  const altered = sealOf(signature) !== signature.seal;
  const lapses = altered
    ? ['The signature was altered after it was given.']
    : reasons(signature, now);
  return { signature, lapses, altered, sameResult };
}

function reasons(signature: Signature, now: Bound | undefined): readonly string[] {
  if (now === undefined) return ['The result does not say what the APIs were taken to do.'];
  if (lacksRemark(signature)) {
    return ['It has no remark, which what is not a pass needs.'];
  }
  return lapses(signature.bound, now);
}

function stateOf(examined: readonly Examined[]): Standing['state'] {
  const valid = examined.filter((each) => each.lapses.length === 0);
  if (valid.some(({ signature }) => signature.decision === 'rejected')) return 'rejected';
  if (valid.length > 0) return 'signed';
  if (examined.some(({ altered }) => altered)) return 'altered';
  return examined.length > 0 ? 'lapsed' : 'unsigned';
}
