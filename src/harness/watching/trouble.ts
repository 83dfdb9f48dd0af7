import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';
import { makesGood } from './made-good.ts';

/** The requests of one pass, and what they changed. */
interface Pass {
  readonly requests: readonly RequestEntry[];
  readonly changes: readonly ChangeEntry[];
}

/**
 * The requests of a pass that came to nothing and were not made good later in it.
 */
export function troubleIn({ requests, changes }: Pass): readonly RequestEntry[] {
  const effective = new Set(changes.map(({ request }) => request));
  let open: readonly RequestEntry[] = [];
  for (const request of requests) {
    if (!cameToNothing(request)) open = open.filter((failed) => !makesGood(request, failed));
    else if (!effective.has(request.seq)) open = [...open, request];
  }
  return open;
}

/** Whether a request asked for an access token (RFC 6749). */
export function isForToken({ method, mutating, request }: RequestEntry): boolean {
  return method === 'POST' && !mutating && request.includes('grant_type=');
}

/** Whether a request asked for records. */
export function isRead(request: RequestEntry): boolean {
  return !request.mutating && !isForToken(request);
}

/** Whether a list was answered without a word of it that not all is in it: cut off, or for want of rights. */
export function isShort(request: RequestEntry): boolean {
  const { fault = '' } = request;
  return (
    isRead(request) && /F9: page shape cut|F8: \d+ rows left out|F4: showed nothing/.test(fault)
  );
}

/**
 * A record that is not there (404, 410), has another id now (301, 308) or has been changed meanwhile
 * (412) is an answer; a body that nobody can read is none, whatever its status.
 */
function cameToNothing({ status, refused, response, fault = '' }: RequestEntry): boolean {
  if (status >= 200 && status < 300)
    return (
      (refused && !fault.includes('F4: showed nothing')) ||
      (/F5|without a body/.test(fault) && !isReadable(response))
    );
  return ![301, 308, 404, 410, 412].includes(status);
}

function isReadable(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
