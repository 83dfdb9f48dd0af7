import type { RequestEntry } from '../../evidence/ledger.ts';
import { addressed, pathOf } from './addressed.ts';

/**
 * Whether a request that was answered shows, or did, all that an earlier one should have: a write
 * the same write, a read the same record, a list that shows it, or one by conditions that the earlier
 * one had too. One record's look-up tells nothing of another's, nor of a list.
 */
export function makesGood(request: RequestEntry, failed: RequestEntry): boolean {
  if (request.system !== failed.system || request.method !== failed.method) return false;
  if (request.mutating) return request.url === failed.url && request.request === failed.request;
  if (failed.mutating || !isWithin(pathOf(failed), pathOf(request))) return false;
  if (shows(request, failed)) return true;
  const asked = new Set(conditionsOf(failed));
  return conditionsOf(request).every((condition) => asked.has(condition));
}

function isWithin(path: string, list: string): boolean {
  return path === list || path.startsWith(list.endsWith('/') ? list : `${list}/`);
}

/** Whether a list has a row with the id of the record that was asked for. */
function shows(list: RequestEntry, one: RequestEntry): boolean {
  const id = addressed(one);
  if (id === '' || id === addressed({ ...one, url: pathOf(list) })) return false;
  const quoted = id.replaceAll(/[^\w-]/g, '\\$&');
  return new RegExp(`[:[]\\s*"?${quoted}"?\\s*[,}\\]]`).test(list.response);
}

/** What only says in which pieces, and in which order, a list is wanted. */
const paging = /^\$?(top|skip|orderby|limit|offset|cursor|page|page_?size|per_page|sort|order)$/i;

function conditionsOf({ url }: RequestEntry): readonly string[] {
  const [, query = ''] = url.split('?', 2);
  return [...new URLSearchParams(query)]
    .filter(([name]) => !paging.test(name))
    .map((condition) => JSON.stringify(condition));
}
