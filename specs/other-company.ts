import { twinFetch } from '../mocks/http/fetch.ts';
import type { Ledger } from '../mocks/ledger.ts';
import type { Twin } from '../mocks/twin.ts';
import type { CompanyLever } from '../src/harness/company-lever.ts';
import type { Side } from '../src/settings.ts';

type Twins = Readonly<Record<Side, Twin>>;

interface Companies {
  readonly home: Twins;
  /** Where the engine's requests go while nobody is away. */
  readonly fetch: typeof fetch;
  /** Another company in the same systems, whose credentials are the same; filled with its own records. */
  readonly open: () => Promise<{ readonly twins: Twins; readonly ledger: Pick<Ledger, 'entries'> }>;
  readonly pass: (ms: number) => void;
}

/** A wire of which the target's end can be moved to another company, and the lever that does so. */
export function otherCompany({ home, fetch, open, pass }: Companies): {
  readonly fetch: typeof fetch;
  readonly lever: CompanyLever;
} {
  let wire = fetch;
  let ledger: Pick<Ledger, 'entries'> = { entries: [] };
  return {
    fetch: (input, init) => wire(input, init),
    lever: {
      leave: async () => {
        const other = await open();
        ledger = other.ledger;
        wire = twinFetch([home.source, other.twins.target], pass).fetch;
      },
      comeBack: async () => {
        wire = fetch;
      },
      writes: () =>
        ledger.entries.filter((entry) => entry.kind === 'request' && entry.mutating).length,
    },
  };
}
