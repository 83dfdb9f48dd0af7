import { type Bench, type Caller, createBench, type OfficeSetting, signIn } from '../bench.ts';

/** Both systems with good tokens, and what tests of faults say again and again. */
export interface TestDesks {
  readonly bench: Bench;
  readonly crm: Caller;
  readonly office: Caller;
  /** Codes of the activities that a list shows, in its order. */
  codes(query?: string): Promise<string>;
  /** The faults that the ledger has of the latest request. */
  lastFault(): string | undefined;
}

/** The path of activities at the office. */
export const activities = '/TimeTracking/Activity';

/** Desks with activities of these codes, ids from 1003, and as many contacts, ids from 1004. */
export async function openDesks(codes = 'abc', setting: OfficeSetting = {}): Promise<TestDesks> {
  const bench = createBench(1, setting);
  for (const code of codes) {
    await bench.office.party.create('Timetrackingactivity', {
      activityType: 200,
      code,
      name: code,
    });
    await bench.crm.party.create('Contacts', { givenName: code });
  }
  bench.advance(10_000);
  const crm = await signIn(bench.fetch, bench.crm);
  const office = await signIn(bench.fetch, bench.office);
  return {
    ...{ bench, crm, office },
    codes: async (query = '$orderby=Id') => {
      const { body } = await office(`${activities}?${query}`);
      const rows = (body as { readonly data?: readonly { readonly code: string }[] }).data;
      return rows?.map(({ code }) => code).join('') ?? 'none';
    },
    lastFault: () => bench.requests().at(-1)?.fault,
  };
}
