import type { RequestEntry } from '../../evidence/ledger.ts';

/** A request for people who look it up in the ledger: `request 12, PATCH /persons/4 to CRM`. */
export function requestInWords({ seq, method, url, system }: RequestEntry): string {
  return `request ${seq}, ${method} ${url} to ${system}`;
}
