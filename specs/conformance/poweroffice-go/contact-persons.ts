import { done, ending, refused } from '../envelope.ts';
import {
  makeActivity,
  makeCustomer,
  makePerson,
  makeProject,
  nobody,
  type OfficeCase,
} from './records.ts';

const flat = '/PartyContactPerson';

/** Contact persons, and what names them (`apis.md 2.4`, `2.3`, `2.5`). */
export const contactPersonCases: readonly OfficeCase[] = [
  {
    rows: [
      ...([
        '2.4 POST',
        '2.4 id',
        '2.4 partyId',
        '2.4 party codes',
        '2.4 names, e-mail, phone',
      ] as const),
      ...(['S18'] as const),
    ],
    behaviour: 'poweroffice-go/children-below-parents',
    title: 'One is made below its customer, whose id and code it shows, and updated there',
    writes: true,
    run: async (session) => {
      const { id, parent, data } = await makePerson(session);
      const updated = await session.post(`${parent.path}/Contact`, { id, firstName: 'B' });
      return {
        party: data['partyId'] === parent.id,
        code: data['partyCustomerCode'] === parent.data['code'],
        updated: updated.data['firstName'] === 'B' && updated.data['lastName'] === data['lastName'],
      };
    },
    expected: { party: true, code: true, updated: true },
  },
  {
    rows: ['2.4 GET flat list', '2.4 parent is mandatory', 'S18'],
    behaviour: 'poweroffice-go/children-below-parents',
    title: 'The flat list shows it, reads none singly and takes no writes',
    writes: true,
    run: async (session) => {
      const { id, data } = await makePerson(session);
      const $filter = `LastName eq '${String(data['lastName'])}'`;
      const json = { firstName: 'A', lastName: 'B' };
      return {
        list: (await session.list(`${flat}/`, { $filter })).rows.length,
        one: (await session.ask(`${flat}/${id}`)).status,
        write: (await session.ask(flat, { method: 'POST', json })).status,
      };
    },
    expected: { list: 1, one: 404, write: 405 },
  },
  {
    rows: ['2.4 GET list of a customer', '2.4 GET one', '2.4 parent is mandatory', 'S18'],
    behaviour: 'poweroffice-go/not-found-is-refusal',
    title:
      'One is listed and read below its customer; below another it is neither read nor written',
    writes: true,
    run: async (session) => {
      const { id, parent, path } = await makePerson(session);
      const other = await makeCustomer(session);
      const below = `${other.path}/Contact`;
      return {
        list: (await session.get(`${parent.path}/Contact/`)).rows.length,
        one: ending(await session.get(`${path}/`)),
        otherList: (await session.get(below)).rows.length,
        otherOne: ending(await session.get(`${below}/${id}`)),
        otherWrite: ending(await session.post(below, { id, city: 'Bø' })),
        nowhere: ending(
          await session.post(`/Customer/${nobody}/Contact`, { firstName: 'A', lastName: 'B' }),
        ),
      };
    },
    expected: {
      ...{ list: 1, one: done, otherList: 0, otherOne: refused, otherWrite: refused },
      nowhere: refused,
    },
  },
  {
    rows: ['2.4 DELETE'],
    behaviour: 'poweroffice-go/children-below-parents',
    title: 'One is deleted below its customer',
    writes: true,
    run: async (session) => {
      const { path } = await makePerson(session);
      return [ending(await session.remove(path)), ending(await session.get(path))];
    },
    expected: [done, refused],
  },
  {
    rows: ['2.4 below suppliers'],
    behaviour: 'poweroffice-go/two-kinds-of-party',
    title: 'One goes below a supplier too, and shows the code of that',
    writes: true,
    run: async (session) => {
      const parent = await session.make('/Supplier', { name: session.system.names() });
      const { data } = await makePerson(session, { parent });
      const supplier = data['partySupplierCode'] === parent.data['code'];
      return { supplier, customer: 'partyCustomerCode' in data };
    },
    expected: { supplier: true, customer: false },
  },
  {
    rows: ['2.4 names, e-mail, phone'],
    behaviour: 'poweroffice-go/contact-person-names-required',
    title: 'One needs first and last name, a customer and a project a name',
    writes: true,
    run: async (session) => {
      const { path } = await makeCustomer(session);
      return [
        ending(await session.post(`${path}/Contact`, { emailAddress: 'a@example.test' })),
        ending(await session.post('/Customer', { vatNumber: 'SYNCPROOF' })),
        ending(await session.post('/Project', { code: session.system.names() })),
      ];
    },
    expected: [refused, refused, refused],
  },
  {
    rows: ['2.4 names, e-mail, phone'],
    behaviour: 'poweroffice-go/empty-text-clears',
    title: 'An empty text empties a property',
    writes: true,
    run: async (session) => {
      const { id, parent } = await makePerson(session, { city: 'Bø' });
      const { data } = await session.post(`${parent.path}/Contact`, { id, city: '' });
      return (data['city'] ?? '') === '';
    },
    expected: true,
  },
  {
    rows: ['2.4 filter without a page', '1.7 incremental pull'],
    behaviour: 'poweroffice-go/literal-prefix-casing',
    title: 'A pull by date in lower case, without order or page, is served',
    writes: true,
    run: async (session) => {
      const { id } = await makePerson(session);
      const today = new Date(session.system.clock.now() - 86_400_000).toISOString().slice(0, 10);
      const $filter = `(LastChanged ge datetimeoffset'${today}')`;
      const { rows } = await session.list('/partycontactperson', { $filter });
      return rows.some((row) => row['id'] === id);
    },
    expected: true,
  },
  {
    rows: ['2.3 customerCode', '2.3 contactPersonId', 'S19'],
    behaviour: 'poweroffice-go/references-by-code',
    title: 'A project names its customer by code, and its contact person by id',
    writes: true,
    run: async (session) => {
      const { id, parent } = await makePerson(session);
      const { code: customerCode } = parent.data;
      const { data } = await makeProject(session, { customerCode, contactPersonId: id });
      return [data['customerCode'] === customerCode, data['contactPersonId'] === id];
    },
    expected: [true, true],
  },
  {
    rows: ['2.5 contactPersonId'],
    title: 'The primary contact of a customer is left out until it is set',
    writes: true,
    run: async (session) => {
      const { id, parent } = await makePerson(session);
      const { data } = await session.post('/Customer', { id: parent.id, contactPersonId: id });
      return ['contactPersonId' in parent.data, data['contactPersonId'] === id];
    },
    expected: [false, true],
  },
  {
    rows: ['S19'],
    title: 'Codes are numbers of customers, texts of projects and activities',
    writes: true,
    run: async (session) => {
      const made = [await makeCustomer(session), await makeProject(session)];
      return [...made, await makeActivity(session)].map(({ data }) => typeof data['code']);
    },
    expected: ['number', 'string', 'string'],
  },
  {
    rows: ['2.5 streetAddress', '2.5 mailAddress'],
    title: 'The obsolete street address falls back to the mail address',
    unmodelled: 'the twin leaves the obsolete property out',
    writes: true,
    run: async (session) => {
      const { path } = await makeCustomer(session, { mailAddress: { city: 'Bø' } });
      return 'streetAddress' in (await session.get(path)).data;
    },
    expected: true,
  },
];
