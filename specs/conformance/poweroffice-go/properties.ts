import { isDeepStrictEqual } from 'node:util';
import type { Made, OfficeSession } from '../office-session.ts';
import type { Row } from '../rows.ts';
import {
  makeActivity,
  makeCustomer,
  makePerson,
  makeProject,
  makeProjectActivity,
  type OfficeCase,
} from './records.ts';

type Values = Readonly<Record<string, unknown>>;
type Kind = keyof typeof makers;

const makers = {
  activity: makeActivity,
  project: makeProject,
  projectActivity: makeProjectActivity,
  person: makePerson,
  customer: makeCustomer,
} satisfies Record<string, (session: OfficeSession, more?: Values) => Promise<Made>>;

/** Values that a record keeps as they were sent. */
const kept: readonly (readonly [Row, Kind, Values])[] = [
  ['2.1 hourlyRate', 'activity', { hourlyRate: 950.5 }],
  ['2.1 isActive', 'activity', { isActive: false }],
  ['2.1 isLockedHourType', 'activity', { isLockedHourType: true }],
  ['2.1 useEmployeeDefaultHourType', 'activity', { useEmployeeDefaultHourType: true }],
  ['2.1 useRegularHoursHourType', 'activity', { useRegularHoursHourType: true }],
  ['2.1 requireProject', 'activity', { requireProject: true }],
  ['2.1 requireExternalComment', 'activity', { requireExternalComment: true }],
  ['2.3 name', 'project', { name: 'SYNCPROOF Æ' }],
  ['2.3 projectManagerCode', 'project', { projectManagerCode: 1 }],
  ['2.3 texts', 'project', { contractNo: 'K-1', purchaseOrderNo: 'P-1', deliveryTerms: 'DAP' }],
  ['2.3 externalCode', 'project', { externalCode: 4711 }],
  ['2.3 status', 'project', { status: 4 }],
  ['2.3 dates', 'project', { startDate: '2026-01-31', endDate: '2026-02-28' }],
  ['2.3 flags', 'project', { isBillable: true, allowAllActivities: true, isInternal: false }],
  ['2.3 progress', 'project', { progress: 50 }],
  ['2.3 billingMethod', 'project', { billingMethod: 1 }],
  ['2.3 billingHourlyRateSpecification', 'project', { billingHourlyRateSpecification: 2 }],
  ['2.3 amounts', 'project', { billingMethod: 2, fixedPrice: 1000.5 }],
  ['2.4 names, e-mail, phone', 'person', { emailAddress: 'a@example.test', phoneNumber: '+47 1' }],
  ['2.4 address', 'person', { address1: 'Vei 1', address2: 'B', city: 'Bø', zipCode: '0150' }],
  ['2.4 residenceCountryCode', 'person', { residenceCountryCode: 'NO' }],
  ['2.4 citizenship', 'person', { citizenship: ['NO', 'SE'] }],
  ['2.4 dateOfBirth', 'person', { dateOfBirth: '1990-05-17' }],
  ['2.4 placeOfBirth', 'person', { placeOfBirth: 'Bø' }],
  ['2.4 gender', 'person', { gender: 1 }],
  ['2.4 hasNorwegianSSN', 'person', { hasNorwegianSSN: true }],
  ['2.4 flags', 'person', { isActive: true, isPep: false, isRca: false }],
  ['2.4 externalCode', 'person', { externalCode: '0042' }],
  ['2.5 texts', 'customer', { legalName: 'Eksempel AS', emailAddress: 'a@example.test' }],
  ['2.5 flags', 'customer', { isPerson: false, isVatFree: true, sendReminders: true }],
  ['2.5 isActive', 'customer', { isActive: true }],
  ['2.5 dates', 'customer', { since: '2020-02-29' }],
  ['2.5 contactGroups', 'customer', { contactGroups: ['SYNCPROOF'] }],
  ['2.5 externalCode', 'customer', { externalCode: 4711 }],
  ['2.5 delivery types', 'customer', { invoiceDeliveryType: 1, reminderDeliveryType: 2 }],
  ['2.5 invoice e-mail', 'customer', { invoiceEmailAddress: 'a@example.test' }],
  ['2.5 discountPercent', 'customer', { discountPercent: 10 }],
  ['2.5 paymentTerms', 'customer', { paymentTerms: 14 }],
  ['2.5 other', 'customer', { hourlyRate: 850.5, reminderEmailAddress: 'a@example.test' }],
];

/** Values that a record does not take, silently. */
const ignored: readonly (readonly [Row, Kind, Values])[] = [
  ['2.1 lastChanged', 'activity', { lastChanged: '2001-01-01T00:00:00 +00:00' }],
  ['2.1 createdFromImportJournalId', 'activity', { createdFromImportJournalId: 'x' }],
  ['2.3 budgetedRevenueBillableExpenses', 'project', { budgetedRevenueBillableExpenses: 5 }],
  ['2.3 createdFromImportJournalId', 'project', { createdFromImportJournalId: 'x' }],
  ['2.3 lastChanged, createdDate', 'project', { createdDate: '2001-01-01T00:00:00 +00:00' }],
  ['2.4 partyId', 'person', { partyId: 1 }],
  ['2.4 party codes', 'person', { partyCustomerCode: 1, partySupplierCode: 1 }],
  ['2.4 lastChanged', 'person', { lastChanged: '2001-01-01T00:00:00 +00:00' }],
  ['2.4 one phone, no title', 'person', { title: 'Direktør', mobilePhone: '1' }],
  ['2.5 stamps', 'customer', { lastChanged: '2001-01-01T00:00:00 +00:00' }],
  ['2.5 createdFromImportJournalId', 'customer', { createdFromImportJournalId: 'x' }],
  ['2.5 subledgerNumberSeriesId', 'customer', { subledgerNumberSeriesId: guidOf(1) }],
];

/** Values that are refused in words; the business does not take them. */
const refusedValues: readonly (readonly [Row, Kind, Values])[] = [
  ['2.1 activityType', 'activity', { activityType: 0 }],
  ['2.1 activityType', 'activity', { activityType: 150 }],
  ['2.1 code', 'activity', { code: 'x'.repeat(51) }],
  ['2.1 name', 'activity', { name: 'x'.repeat(401) }],
  ['2.1 hourType', 'activity', { hourType: 'SYNCPROOF: no such hour type' }],
  ['2.3 parentProjectCode', 'project', { parentProjectCode: 'SYNCPROOF: none' }],
  ['2.3 customerCode', 'project', { customerCode: 999_999_999 }],
  ['2.3 status', 'project', { status: 9 }],
  ['2.3 progress', 'project', { progress: 101 }],
  ['2.3 amounts', 'project', { billingMethod: 1, fixedPrice: 1000 }],
  ['2.4 residenceCountryCode', 'person', { residenceCountryCode: 'NOR' }],
  ['2.4 gender', 'person', { gender: 9 }],
  ['2.5 externalImportReference', 'customer', { externalImportReference: 'x'.repeat(51) }],
  ['2.5 invoice e-mail', 'customer', { invoiceEmailAddressCC: 'x'.repeat(2001) }],
  ['2.5 discountPercent', 'customer', { discountPercent: 101 }],
  ['2.5 delivery types', 'customer', { invoiceDeliveryType: 8 }],
];

/** Values as a title tells them, long ones by their length. */
function told(values: Values): string {
  const all = Object.entries(values).map(([name, value]) => {
    const text = String(value);
    return text.length > 40 ? `${name} of ${text.length} characters` : `${name} ${text}`;
  });
  return all.join(', ');
}

function guidOf(digit: number): string {
  return `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
}

/** Which of the properties come back exactly as they were sent, on being made and on being read. */
async function same(
  session: OfficeSession,
  kind: Kind,
  values: Values,
): Promise<readonly string[]> {
  const { path, data } = await makers[kind](session, values);
  const read = (await session.get(path)).data;
  return Object.entries(values)
    .filter(([name, value]) =>
      [data, read].every((record) => isDeepStrictEqual(record[name], value)),
    )
    .map(([name]) => name);
}

/** What each writable, read-only and limited property of `apis.md 2` does. */
export const propertyCases: readonly OfficeCase[] = [
  ...kept.map(([row, kind, values]): OfficeCase => {
    const names = Object.keys(values);
    return {
      rows: [row],
      title: `A new ${kind} keeps ${names.join(', ')}`,
      writes: true,
      run: (session) => same(session, kind, values),
      expected: names,
    };
  }),
  ...ignored.map(
    ([row, kind, values]): OfficeCase => ({
      rows: [row],
      behaviour: 'poweroffice-go/unknown-body-names-ignored',
      title: `A new ${kind} ignores ${Object.keys(values).join(', ')}`,
      writes: true,
      run: (session) => same(session, kind, values),
      expected: [],
    }),
  ),
  ...refusedValues.map(
    ([row, kind, values]): OfficeCase => ({
      rows: [row],
      title: `A ${kind} refuses ${told(values)}`,
      writes: true,
      run: async (session) => {
        const { path, data } = await makers[kind](session);
        const { id } = data;
        const collection = path.slice(0, path.lastIndexOf('/'));
        const { status, success = null } = await session.post(collection, { id, ...values });
        return { status, success };
      },
      expected: { status: 200, success: false },
    }),
  ),
];
