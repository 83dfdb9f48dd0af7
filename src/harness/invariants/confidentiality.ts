import type { Violation } from '../../checklist/violation.ts';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { inWords } from '../basis/bench.ts';
import { type Canary, canariesIn, type Reserve, typedIn } from '../watching/canaries.ts';
import { requestInWords } from '../watching/request-in-words.ts';
import type { Scene } from '../watching/scene.ts';
import { isForToken } from '../watching/trouble.ts';
import type { Invariant } from './invariant.ts';

/**
 * What the document does not let travel is in no request to the other system: values of properties
 * that it does not map, of records that it links to nothing, of records that were deleted before
 * the pass began; and a credential is in no request at all but those for tokens. What the engine
 * reports goes to whoever reads its log: no credential is in it, and nothing that a user typed.
 */
export const confidentiality: Invariant = {
  law: 'I14 confidentiality',
  judge: async (scene) => {
    const [first] = scene.fresh.requests;
    const sent = scene.fresh.requests
      .filter((request) => !isForToken(request))
      .flatMap((request) => judgeRequest(scene, request, first?.seq ?? 0));
    return [...sent, ...judgeReport(scene)];
  },
};

function judgeRequest(scene: Scene, entry: RequestEntry, seq: number): readonly Violation[] {
  const { system, url, request } = entry;
  const text = `${decoded(url)} ${request}`;
  const told = canariesIn(scene, { system, text, seq }).map((canary) => leak(entry, canary));
  if (scene.gate.text(text) === text) return told;
  return [...told, broken(`${requestInWords(entry)}, holds a credential`)];
}

function judgeReport(scene: Scene): readonly Violation[] {
  const reasons = scene.told.at(-1)?.report.problems.map(({ reason }) => reason) ?? [];
  return reasons.flatMap((reason) => {
    const holdsSecret = scene.gate.text(reason) !== reason;
    return [
      ...(holdsSecret ? [broken('the engine reports a credential, to whoever reads its log')] : []),
      ...typedIn(scene, reason).map(({ record, property, text }) => ({
        ...broken(
          `the engine reports what a user typed into ${property} of ${inWords(record)}, to whoever reads its log`,
        ),
        found: JSON.stringify(text),
      })),
    ];
  });
}

function leak(entry: RequestEntry, { record, property, text, reserve }: Canary): Violation {
  const what = `what a user typed into ${property} of ${inWords(record)}, ${because[reserve]}`;
  return {
    ...broken(`${requestInWords(entry)}, holds ${what}`),
    found: JSON.stringify(text),
  };
}

const because: Readonly<Record<Reserve, string>> = {
  unmapped: 'which no section lets travel',
  'out-of-scope': 'a record that is linked to nothing',
  deleted: 'a record that had been deleted before',
};

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url;
  }
}

function broken(message: string): Violation {
  return { law: confidentiality.law, message };
}
