import { z } from 'zod';
import type { History } from '../history.ts';
import type { Operation } from './operation.ts';

const query = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  wait: z.coerce.number().int().min(0).max(3600).default(0),
});

/** The ledger, one entry a line; ends early where the twins are reset, restored or no longer served. */
export const ledgerOperation: Operation = {
  method: 'GET',
  path: '/ledger',
  says: 'The ledger as JSON lines. ?after=SEQ leaves out what is known already; ?wait=SECONDS keeps on sending what is added meanwhile.',
  handle: ({ history, query: sent, draining }) => {
    const { after, wait } = query.parse(Object.fromEntries(sent));
    const waited = wait === 0 ? AbortSignal.abort() : AbortSignal.timeout(wait * 1000);
    const over = AbortSignal.any([waited, draining]);
    return { status: 200, lines: ledgerLines(history, { after, over }) };
  },
};

async function* ledgerLines(
  history: History,
  { after, over }: { readonly after: number; readonly over: AbortSignal },
): AsyncGenerator<string> {
  const { set } = history;
  let sent = after;
  for (;;) {
    for (let entry = set.ledger.entries[sent]; entry; entry = set.ledger.entries[sent]) {
      sent += 1;
      yield `${JSON.stringify(entry)}\n`;
    }
    if (over.aborted || history.set !== set) return;
    await history.next(over);
  }
}
