import type { Ledger } from '../mocks/ledger.ts';
import type { Twin } from '../mocks/twin.ts';
import type { CompanyLever } from '../src/harness/company-lever.ts';

/** A company's records in the target system, and what was asked there. */
export interface Company {
  readonly target: Twin;
  readonly ledger: Pick<Ledger, 'entries'>;
}

interface Companies {
  readonly home: Twin;
  /** Another company in the same system, whose credentials are the same; filled with its own records. */
  readonly open: () => Promise<Company>;
  /** From now on this one answers whoever has the credentials. */
  readonly show: (target: Twin) => void;
}

/** The lever that has the credentials open another company, from one moment to the next as it would be in reality. */
export function otherCompany({ home, open, show }: Companies): CompanyLever {
  let other: Pick<Company, 'ledger'> = { ledger: { entries: [] } };
  return {
    leave: async () => {
      const opened = await open();
      other = opened;
      show(opened.target);
    },
    comeBack: async () => show(home),
    writes: () =>
      other.ledger.entries.filter((entry) => entry.kind === 'request' && entry.mutating).length,
  };
}
