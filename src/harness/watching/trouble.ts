import type { ChangeEntry, RequestEntry } from '../../evidence/ledger.ts';

/** The requests of one pass, and what they changed. */
interface Pass {
  readonly requests: readonly RequestEntry[];
  readonly changes: readonly ChangeEntry[];
}

/**
 * The requests of a pass that came to nothing and were not made good later in it: a write by the
 * same write, a read by one of the same records or of the list that they are in.
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

function makesGood(request: RequestEntry, failed: RequestEntry): boolean {
  if (request.system !== failed.system || request.method !== failed.method) return false;
  if (request.mutating) return request.url === failed.url && request.request === failed.request;
  return !failed.mutating && path(failed).startsWith(path(request));
}

function path({ url }: RequestEntry): string {
  return url.split('?', 1).join();
}

/**
 * A record that is not there (404, 410) or has been changed meanwhile (412) is an answer; a body
 * that nobody can read is none, whatever its status.
 */
function cameToNothing({ status, refused, response, fault = '' }: RequestEntry): boolean {
  if (status >= 200 && status < 300)
    return (
      (refused && !fault.includes('F4: showed nothing')) ||
      (fault.includes('F5') && !isReadable(response))
    );
  return ![404, 410, 412].includes(status);
}

function isReadable(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
