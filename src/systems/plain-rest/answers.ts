import { SyncproofError } from '../../errors.ts';
import type { Asked } from '../http/call.ts';
import type { Answer } from '../http/client.ts';
import { refusal } from '../http/reasons.ts';
import { problemWords } from './wire.ts';

/** The body of an answered read. Everything else is a read that failed, and throws `answer`. */
export function bodyOf(asked: Asked, answer: Answer): unknown {
  if (answer.kind === 'answered') return answer.body;
  const reason = answer.kind === 'rejected' ? rejection(asked, answer) : answer.reason;
  throw new SyncproofError('answer', reason);
}

/** A 404 with a problem document. Any other 404 may be a wrong address, and says nothing of records. */
export function isAbsent(answer: Answer): boolean {
  return (
    answer.kind === 'rejected' && answer.status === 404 && problemWords(answer.body) !== undefined
  );
}

/** Why a call was rejected, in the words of its problem document. */
export function rejection(asked: Asked, { status, body }: Extract<Answer, { kind: 'rejected' }>) {
  return refusal(asked, { status, words: problemWords(body) ?? 'it did not say why' });
}
