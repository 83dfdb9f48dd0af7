import { done, ending, recordOf, refused, type Shown } from '../envelope.ts';
import type { OfficeSession } from '../office-session.ts';
import {
  activities,
  makeActivity,
  makeCustomer,
  makePerson,
  makeProject,
  type OfficeCase,
} from './records.ts';

/** The cities of a customer's street addresses, and their ids. */
function addresses(data: Shown): readonly Shown[] {
  const all = data['streetAddresses'];
  return Array.isArray(all) ? all.map(recordOf) : [];
}

function cities(data: Shown): string {
  return addresses(data)
    .map(({ city }) => String(city))
    .sort()
    .join(' ');
}

/** The stamp of a record before a change, and whether it moved with it. */
async function moves(
  session: OfficeSession,
  path: string,
  change: () => Promise<unknown>,
): Promise<boolean> {
  const before = (await session.get(path)).data['lastChanged'];
  await session.system.clock.sleep(2000);
  await change();
  return (await session.get(path)).data['lastChanged'] !== before;
}

/** Writes and deletes of v1 (`apis.md 1.9`, `2.3`, `2.5`). */
export const writeCases: readonly OfficeCase[] = [
  {
    rows: ['1.9 upsert', '2.1 id', '2.3 id', '2.5 id', '2.3 routes', '2.5 routes'],
    behaviour: 'poweroffice-go/upsert',
    title: 'A POST with an id updates that record, one without makes another',
    writes: true,
    run: async (session) => {
      const kinds = [await makeActivity(session), await makeProject(session)];
      const all = [...kinds, await makeCustomer(session)];
      const ids: boolean[] = [];
      for (const { id, path } of all) {
        const collection = path.slice(0, path.lastIndexOf('/'));
        const { data } = await session.post(collection, { id, name: 'SYNCPROOF' });
        ids.push(data['id'] === id && data['name'] === 'SYNCPROOF');
      }
      return ids;
    },
    expected: [true, true, true],
  },
  {
    rows: ['1.9 merge', 'S22'],
    behaviour: 'poweroffice-go/merge',
    title: 'An update leaves alone what it does not send',
    writes: true,
    run: async (session) => {
      const { id, path } = await makeCustomer(session, { vatNumber: 'SYNCPROOF', paymentTerms: 9 });
      await session.post('/Customer', { id, name: 'SYNCPROOF' });
      const { vatNumber, paymentTerms } = (await session.get(path)).data;
      return [vatNumber === 'SYNCPROOF', paymentTerms === 9];
    },
    expected: [true, true],
  },
  {
    rows: ['1.9 merge'],
    behaviour: 'poweroffice-go/null-leaves-alone',
    title: 'null leaves a property as it is',
    writes: true,
    run: async (session) => {
      const { id, data } = await makeActivity(session, { hourlyRate: 5 });
      const after = await session.post(activities, { id, name: data['name'], hourlyRate: null });
      return after.data['hourlyRate'] === 5;
    },
    expected: true,
  },
  {
    rows: ['1.9 whole replacement', 'S22', '2.5 streetAddresses', '2.5 Address'],
    behaviour: 'poweroffice-go/addresses-replaced',
    title: 'Street addresses are replaced as a whole; one without id is a new one',
    writes: true,
    run: async (session) => {
      const streetAddresses = [{ city: 'Bø' }, { city: 'Ski' }];
      const { id, data } = await makeCustomer(session, { streetAddresses });
      const [first] = addresses(data);
      const again = await session.post('/Customer', { id, streetAddresses: [{ city: 'Bø' }] });
      const [second] = addresses(again.data);
      return {
        before: cities(data),
        after: cities(again.data),
        another: first?.['id'] !== second?.['id'],
      };
    },
    expected: { before: 'Bø Ski', after: 'Bø', another: true },
  },
  {
    rows: ['1.9 whole replacement', '2.5 contactGroups'],
    behaviour: 'poweroffice-go/contact-groups-made',
    title: 'A contact group is made by naming it',
    writes: true,
    run: async (session) =>
      ending(
        await session.post('/Customer', {
          name: session.system.names(),
          contactGroups: ['SYNCPROOF'],
        }),
      ),
    expected: done,
  },
  {
    rows: ['2.5 mailAddress', '2.5 Address'],
    title: 'The mail address is an object, merged like the rest',
    writes: true,
    run: async (session) => {
      const mailAddress = { address1: 'Vei 1', city: 'Bø', zipCode: '0150', countryCode: 'NO' };
      const { id, path } = await makeCustomer(session, { mailAddress });
      await session.post('/Customer', { id, name: 'SYNCPROOF' });
      const kept = recordOf((await session.get(path)).data['mailAddress']);
      return Object.entries(mailAddress).every(([name, value]) => kept[name] === value);
    },
    expected: true,
  },
  {
    rows: ['S32', '2.5 stamps'],
    behaviour: 'poweroffice-go/address-moves-stamp',
    title: 'A change of an address moves the stamp of its customer',
    writes: true,
    run: async (session) => {
      const { id, path } = await makeCustomer(session);
      const streetAddresses = [{ city: 'Bø' }];
      return moves(session, path, () => session.post('/Customer', { id, streetAddresses }));
    },
    expected: true,
  },
  {
    rows: ['S32'],
    behaviour: 'poweroffice-go/contact-leaves-stamp',
    title: 'A change of a contact person leaves the stamp of its customer',
    writes: true,
    run: async (session) => {
      const { parent, id } = await makePerson(session);
      const change = () => session.post(`${parent.path}/Contact`, { id, city: 'Bø' });
      return moves(session, parent.path, change);
    },
    expected: false,
  },
  {
    rows: ['1.9 no conditional writes'],
    behaviour: 'poweroffice-go/last-write-wins',
    title: 'A write with a stale If-Match is taken; there are no tags',
    writes: true,
    run: async (session) => {
      const { id, path } = await makeActivity(session);
      const json = { id, name: 'SYNCPROOF' };
      const headers = { 'if-match': '"0"' };
      const { status } = await session.ask(activities, { method: 'POST', json, headers });
      return { status, tag: (await session.ask(path)).headers.has('etag') };
    },
    expected: { status: 200, tag: false },
  },
  {
    rows: ['S31', '1.9 delete'],
    behaviour: 'poweroffice-go/no-tombstones',
    title: 'What was deleted is gone from one and from the list, and cannot be deleted again',
    writes: true,
    run: async (session) => {
      const { path, data } = await makeActivity(session);
      await session.remove(path);
      const $filter = `Code eq '${String(data['code'])}'`;
      return {
        one: ending(await session.get(path)),
        list: (await session.list(activities, { $filter })).rows.length,
        again: ending(await session.remove(path)),
      };
    },
    expected: { one: refused, list: 0, again: refused },
  },
  {
    rows: ['2.3 code', '1.9 uniqueness'],
    behaviour: 'poweroffice-go/unique-codes',
    title: 'The code of a project is taken once',
    writes: true,
    run: async (session) => {
      const { code } = (await makeProject(session)).data;
      return ending(await session.post('/Project', { code, name: 'SYNCPROOF' }));
    },
    expected: refused,
  },
  {
    rows: ['2.5 code'],
    behaviour: 'poweroffice-go/customer-code-assigned',
    title: 'A customer without a code gets a number',
    writes: true,
    run: async (session) => typeof (await makeCustomer(session)).data['code'],
    expected: 'number',
  },
];
