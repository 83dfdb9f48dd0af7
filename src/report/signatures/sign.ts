import { createHash } from 'node:crypto';
import type { Instant } from '../../clock.ts';
import { SyncproofError } from '../../errors.ts';
import { resultDigest } from '../result/digest.ts';
import type { Result } from '../result/model.ts';
import { bounds } from './bound.ts';
import { type Bound, type Decision, type Signature, type Signoff, sealedText } from './signoff.ts';

/** Who signs what, and what they say to it. */
export interface Signing {
  readonly requirements: readonly string[];
  readonly name: string;
  readonly role: string;
  readonly remark: string;
  /** Whether the signer does not accept them. */
  readonly rejects: boolean;
  readonly at: Instant;
}

/** A sign-off that nobody has signed. */
export const unsigned: Signoff = { format: 'syncproof-signoff/1', signatures: [] };

/**
 * Adds a signature for each of the requirements; an earlier one by the same person is replaced.
 * Refuses with `usage` an unknown requirement, a signer without name or role, and, without a
 * remark, whatever is not a pass; with `results` a result that is not complete enough to sign.
 */
export function sign(result: Result, signing: Signing, before: Signoff = unsigned): Signoff {
  const bound = bounds(result);
  if (bound === undefined) {
    throw new SyncproofError(
      'results',
      'The result cannot be signed: it does not say what the APIs were taken to do. Run the checklist again.',
    );
  }
  if (signing.name.trim() === '' || signing.role.trim() === '') {
    throw refusal('A signature needs a name and a role');
  }
  const digest = resultDigest(result);
  const added = signing.requirements.map((id) => signOne(id, bound.get(id), { signing, digest }));
  const kept = before.signatures.filter(
    ({ name, requirement }) => name !== signing.name || !signing.requirements.includes(requirement),
  );
  return { ...before, signatures: [...kept, ...added] };
}

/** SHA-256 of a signature's content, hex. */
export function sealOf(signature: Omit<Signature, 'seal'>): string {
  return createHash('sha256').update(sealedText(signature), 'utf8').digest('hex');
}

function signOne(
  requirement: string,
  bound: Bound | undefined,
  { signing, digest }: { readonly signing: Signing; readonly digest: string },
): Signature {
  if (bound === undefined) throw refusal(`The result has no requirement "${requirement}"`);
  const { name, role, remark, rejects, at } = signing;
  const decision = decide(bound, rejects);
  if (lacksRemark({ remark, decision, bound })) {
    throw refusal(`${requirement} is ${bound.verdict}: signing it needs a remark`);
  }
  const signed = new Date(at).toISOString();
  const content = { requirement, result: digest, name, role, signed, decision, remark, bound };
  return { ...content, seal: sealOf(content) };
}

/** Whether a signature goes without the words that it needs: all but an accepted pass do. */
export function lacksRemark({
  remark,
  decision,
  bound,
}: Pick<Signature, 'remark' | 'decision' | 'bound'>): boolean {
  const plain = decision === 'accepted' && bound.verdict === 'passed';
  return !plain && remark.trim() === '';
}

/** A manual row is answered, by its remark; whatever else is not a pass is a deviation. */
function decide({ verdict }: Bound, rejects: boolean): Decision {
  if (rejects) return 'rejected';
  const asked = verdict === 'passed' || verdict === 'manual';
  return asked ? 'accepted' : 'accepted with deviation';
}

function refusal(problem: string): SyncproofError {
  return new SyncproofError('usage', `${problem}.`);
}
