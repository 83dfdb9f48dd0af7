import { ending, refusal, refused } from '../envelope.ts';
import { makeActivity, makeCustomer, makePerson, makeProject, type OfficeCase } from './records.ts';

const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d [+-]\d\d:\d\d$/;

/** How v1 writes values (`apis.md 1.8`). */
export const valueCases: readonly OfficeCase[] = [
  {
    rows: ['1.8 camelCase'],
    behaviour: 'poweroffice-go/camel-case-out',
    title: 'Names of properties begin with a small letter',
    writes: true,
    run: async (session) => {
      const { data } = await makeProject(session);
      return Object.keys(data).every((name) => /^[a-z]/.test(name));
    },
    expected: true,
  },
  {
    rows: ['1.8 camelCase', 'S16'],
    behaviour: 'poweroffice-go/nulls-left-out',
    title: 'What is empty is left out',
    writes: true,
    run: async (session) => {
      const { data } = await makePerson(session);
      const nulls = Object.values(data).filter((value) => value === null).length;
      return { nulls, city: 'city' in data };
    },
    expected: { nulls: 0, city: false },
  },
  {
    rows: [
      '1.8 camelCase',
      'S16',
      '2.4 gender',
      '2.4 hasNorwegianSSN',
      '2.3 status',
      '2.4 lastChanged',
    ],
    behaviour: 'poweroffice-go/always-there',
    title: 'What is never empty is always there',
    writes: true,
    run: async (session) => {
      const person = (await makePerson(session)).data;
      const project = (await makeProject(session)).data;
      const flags = ['attachExpenseVouchersWhenBilling', 'markupHourlyRateEnabled'];
      return {
        person: ['gender', 'hasNorwegianSSN', 'lastChanged'].filter((name) => !(name in person)),
        project: ['status', ...flags, 'lastChanged'].filter((name) => !(name in project)),
      };
    },
    expected: { person: [], project: [] },
  },
  {
    rows: ['1.8 names in', 'S7'],
    behaviour: 'poweroffice-go/names-in-any-casing',
    title: 'Names in a body go in any casing',
    writes: true,
    run: async (session) => {
      const name = session.system.names();
      const sent = { ActivityType: 200, CODE: name, Name: name };
      return ending(await session.post('/TimeTracking/Activity', sent));
    },
    expected: { status: 200, success: true },
  },
  {
    rows: ['1.8 enums', 'S23', '2.1 activityType'],
    behaviour: 'poweroffice-go/enums-are-numbers',
    title: 'The types of activities are numbers with gaps',
    writes: true,
    run: async (session) => {
      const types = [100, 200, 250, 300, 301, 302, 400, 500, 600, 700];
      const made = types.map((activityType) => makeActivity(session, { activityType }));
      return (await Promise.all(made)).every(({ data }, at) => data['activityType'] === types[at]);
    },
    expected: true,
  },
  {
    rows: [
      '1.8 dates and stamps',
      'S10',
      '2.1 lastChanged',
      '2.3 lastChanged, createdDate',
      '2.5 stamps',
    ],
    behaviour: 'poweroffice-go/stamp-form',
    title: 'Stamps have whole seconds and a space before the offset',
    writes: true,
    run: async (session) => {
      const activity = (await makeActivity(session)).data;
      const project = (await makeProject(session)).data;
      const customer = (await makeCustomer(session)).data;
      const stamps = [activity['lastChanged'], project['createdDate'], customer['lastChanged']];
      return stamps.map((text) => stamp.test(String(text)));
    },
    expected: [true, true, true],
  },
  {
    rows: ['1.8 id types'],
    title: 'Ids are integers',
    writes: true,
    run: async (session) => {
      const made = [await makeActivity(session), await makePerson(session)];
      return made.every(({ id }) => Number.isInteger(id));
    },
    expected: true,
  },
  {
    rows: ['1.8 array members', 'S28'],
    behaviour: 'poweroffice-go/lists-of-texts',
    title: 'contactGroups and citizenship are lists',
    writes: true,
    run: async (session) => {
      const parent = await makeCustomer(session, { contactGroups: ['SYNCPROOF'] });
      const { data } = await makePerson(session, { parent, citizenship: ['NO'] });
      return [parent.data['contactGroups'], data['citizenship']].map(Array.isArray);
    },
    expected: [true, true],
  },
  {
    rows: ['1.8 privacy', '2.5 numbers of the state'],
    behaviour: 'poweroffice-go/hidden-numbers',
    title: 'A number of the state reads back as hidden',
    writes: true,
    run: async (session) => {
      const { path } = await makeCustomer(session, { internationalIdNumber: 'SYNCPROOF-0' });
      const shown = (await session.get(path)).data['internationalIdNumber'];
      return /hidden/i.test(String(shown));
    },
    expected: true,
  },
  {
    rows: ['2.4 socialSecurityNumber'],
    title: 'The number of a contact person is taken',
    writes: true,
    run: async (session) => {
      const { parent, id } = await makePerson(session);
      const sent = { id, socialSecurityNumber: '00000000000' };
      return ending(await session.post(`${parent.path}/Contact`, sent));
    },
    expected: { status: 200, success: true },
  },
  {
    rows: ['S20', '2.3 externalCode', '2.5 externalCode', '2.4 externalCode'],
    title: 'externalCode is a number of customers and projects, a text of contact persons',
    writes: true,
    run: async (session) => {
      const parent = await makeCustomer(session, { externalCode: 12 });
      const project = await makeProject(session, { externalCode: 12 });
      const person = await makePerson(session, { parent, externalCode: '012' });
      return [parent, project, person].map(({ data }) => typeof data['externalCode']);
    },
    expected: ['number', 'number', 'string'],
  },
  {
    rows: ['2.1 activityType', '2.1 code', '2.1 name'],
    title: 'A new activity needs a type, a code and a name',
    writes: true,
    run: async (session) => {
      const code = session.system.names();
      const whole = { activityType: 200, code, name: code };
      const without = async (name: string) => {
        const sent = Object.entries(whole).filter(([each]) => each !== name);
        return (
          (await session.post('/TimeTracking/Activity', Object.fromEntries(sent))).success ?? null
        );
      };
      return [await without('activityType'), await without('code'), await without('name')];
    },
    expected: [false, false, false],
  },
  {
    rows: ['2.1 isActive'],
    title: 'A new activity is active',
    writes: true,
    run: async (session) => (await makeActivity(session)).data['isActive'] === true,
    expected: true,
  },
  {
    rows: ['2.1 productCode', 'S27'],
    behaviour: 'poweroffice-go/product-for-billable',
    title: 'Only billable activities have a product',
    writes: true,
    run: async (session) => {
      const { id } = await makeActivity(session, { activityType: 250 });
      const answer = await session.post('/TimeTracking/Activity', { id, productCode: '1' });
      return ending(answer);
    },
    expected: refused,
  },
  {
    rows: ['2.1 hourType', '2.1 HourType', 'S27'],
    behaviour: 'poweroffice-go/hour-type-by-description',
    title: 'hourType is the description of an hour type, whose cost factor is 1 unless given',
    writes: true,
    run: async (session) => {
      const description = session.system.names();
      const type = await session.make('/TimeTracking/HourType', { description });
      const { data } = await makeActivity(session, { hourType: description });
      return { factor: type.data['costPriceFactor'] === 1, same: data['hourType'] === description };
    },
    expected: { factor: true, same: true },
  },
  {
    rows: ['1.9 uniqueness', '2.1 code'],
    behaviour: 'poweroffice-go/unique-codes',
    title: 'The code of an activity is taken once',
    writes: true,
    run: async (session) => {
      const { data } = await makeActivity(session);
      const sent = { activityType: 200, code: data['code'], name: 'SYNCPROOF' };
      return ending(await session.post('/TimeTracking/Activity', sent));
    },
    expected: refused,
  },
  {
    rows: ['1.9 uniqueness', '2.5 externalImportReference', '1.4 exception values'],
    behaviour: 'poweroffice-go/unique-constraint-kind',
    title: 'A taken import reference is of the kind ApiUniqueConstraint',
    writes: true,
    run: async (session) => {
      const name = session.system.names();
      await makeCustomer(session, { externalImportReference: name });
      return refusal(await session.post('/Customer', { name, externalImportReference: name }));
    },
    expected: { ...refused, exception: 'ApiUniqueConstraint' },
  },
];
