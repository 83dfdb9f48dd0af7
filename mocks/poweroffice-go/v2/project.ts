import { z } from 'zod';
import { isEmpty, type Value } from '../../records/value.ts';
import { type Field, keptFields, named, same, shownOnly } from './field.ts';

const statuses = {
  0: 'None',
  1: 'Tentative',
  2: 'Active',
  3: 'Archived',
  4: 'NotStarted',
  5: 'Complete',
};

/** A customer is named by its id, and its number is shown beside it (`apis.md 3`). */
const customerId: Field = {
  ...{ name: 'CustomerId', property: 'customerCode', schema: z.int(), always: false },
  read: ({ fields }, store) => {
    const code = fields['customerCode'] ?? null;
    return isEmpty(code) ? undefined : store.table('Customer').where('code', code)[0]?.id;
  },
  write: (value, store) => {
    const property = 'customerCode';
    if (isEmpty(value as Value)) return { property, value: null };
    const customer = typeof value === 'number' ? store.table('Customer').get(value) : undefined;
    if (customer) return { property, value: customer.fields['code'] };
    const message = `There is no customer with id ${String(value)}.`;
    return { problem: { kind: 'reference', path: 'CustomerId', message } };
  },
};

/** A dot stands between the codes of a project and its sub-project, and nowhere else (`apis.md 3`). */
const code: Field = {
  ...same('Code', 'code', z.string()),
  write: (value) => {
    if (typeof value !== 'string' || !value.includes('.')) return { property: 'code', value };
    const message = 'Code cannot contain a dot.';
    return { problem: { kind: 'rule', path: 'Code', message } };
  },
};

/** A project as v2 has it. */
export const projectFields: readonly Field[] = [
  ...keptFields,
  code,
  same('Name', 'name', z.string()),
  named('Status', 'status', statuses),
  customerId,
  shownOnly('CustomerNo', 'customerCode', z.int()),
  same('ContactPersonId', 'contactPersonId', z.int()),
  shownOnly('ParentProjectCode', 'parentProjectCode', z.string()),
  same('ExternalCode', 'externalCode', z.int()),
  same('StartDate', 'startDate', z.iso.date()),
  same('EndDate', 'endDate', z.iso.date()),
  same('IsBillable', 'isBillable', z.boolean()),
  same('IsInternal', 'isInternal', z.boolean()),
  same('Progress', 'progress', z.int()),
];
