import type { Ledger, LedgerEntry } from '../../evidence/ledger.ts';
import { Inconclusive } from '../broken-promise.ts';
import type { Patience } from '../system-under-test.ts';
import { isStored } from '../watching/scene.ts';

/** More passes than any honest engine needs, however short they are. */
const most = 25;

interface Settling {
  readonly patience: Patience;
  readonly ledger: Ledger;
  /** Lets the engine make a pass. */
  readonly cycle: () => Promise<void>;
}

/**
 * Lets an engine make passes until it has made enough of them without a move: no write, and no
 * write that fails but was not tried before, by which its backlog would grow. Throws
 * `Inconclusive` where it does not come to rest.
 */
export async function settle({ patience, ledger, cycle }: Settling): Promise<void> {
  const { quietPasses, withinMs, wait } = patience;
  const tried = new Set<string>();
  let late = false;
  void wait(withinMs).then(() => {
    late = true;
  });
  let quiet = 0;
  for (let passes = 1; quiet < quietPasses; passes += 1) {
    const from = ledger.entries.length;
    await cycle();
    const move = lastMove(ledger.entries.slice(from), tried);
    quiet = move === undefined ? quiet + 1 : 0;
    if (move === undefined || (!late && passes < most)) continue;
    throw new Inconclusive(
      `The engine did not come to rest in ${passes} passes and ${withinMs / 1000} seconds at the most: last ${move}.`,
    );
  }
}

/** The last that moved in these entries, in words; `tried` remembers the writes that were sent. */
function lastMove(entries: readonly LedgerEntry[], tried: Set<string>): string | undefined {
  let move: string | undefined;
  for (const entry of entries) {
    if (entry.kind !== 'request' || !entry.mutating) continue;
    const { system, method, url, request } = entry;
    const write = JSON.stringify([system, method, url, request]);
    if (isStored(entry)) move = `${method} ${url} to ${system} was stored`;
    else if (!tried.has(write)) move = `${method} ${url} to ${system} failed`;
    tried.add(write);
  }
  return move;
}
