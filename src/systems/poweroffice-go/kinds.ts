import type { LiteralKind } from './filter.ts';

/** What the client must know of one kind of record (apis.md 2). Paths are below the base URL. */
export interface GoKind {
  /** Where all records of the kind are listed. */
  readonly listed: string;
  /** Where records are written: at once, or below the parent with the id that is put between. */
  readonly written: string | readonly [before: string, after: string];
  readonly stamped: boolean;
  /** The properties that are not texts, for filters. */
  readonly literals: Readonly<Record<string, LiteralKind>>;
}

/** TimeTracking Activity (apis.md 2.1). */
export const activity: GoKind = {
  listed: '/TimeTracking/Activity/',
  written: '/TimeTracking/Activity/',
  stamped: true,
  literals: { id: 'number', activityType: 'number', hourlyRate: 'number' },
};

/** ProjectActivity: listed flat, written below its project, without any stamp (apis.md 2.2). */
export const projectActivity: GoKind = {
  listed: '/ProjectActivity/',
  written: ['/Project/', '/Activity/'],
  stamped: false,
  literals: { id: 'number', hourlyRate: 'number' },
};

/** Project (apis.md 2.3). */
export const project: GoKind = {
  listed: '/Project/',
  written: '/Project/',
  stamped: true,
  literals: {
    id: 'number',
    customerCode: 'number',
    contactPersonId: 'number',
    projectManagerCode: 'number',
    externalCode: 'number',
    status: 'number',
    startDate: 'date',
    endDate: 'date',
    progress: 'number',
    billingMethod: 'number',
    billingHourlyRateSpecification: 'number',
    fixedPrice: 'number',
    billableRate: 'number',
    paymentTerms: 'number',
  },
};

/** ContactPerson: listed over all parties, written below its customer (apis.md 2.4). */
export const contactPerson: GoKind = {
  listed: '/PartyContactPerson/',
  written: ['/Customer/', '/Contact/'],
  stamped: true,
  literals: {
    id: 'number',
    partyId: 'number',
    partyCustomerCode: 'number',
    partySupplierCode: 'number',
    dateOfBirth: 'date',
    gender: 'number',
  },
};

/** Customer (apis.md 2.5). */
export const customer: GoKind = {
  listed: '/Customer/',
  written: '/Customer/',
  stamped: true,
  literals: {
    id: 'number',
    code: 'number',
    contactPersonId: 'number',
    since: 'date',
    dateOfBirth: 'date',
    externalCode: 'number',
    invoiceDeliveryType: 'number',
    reminderDeliveryType: 'number',
    noticeOfDebtCollectionDeliveryType: 'number',
    discountPercent: 'number',
    paymentTerms: 'number',
    hourlyRate: 'number',
    ourReferenceEmployeeCode: 'number',
    'mailAddress.id': 'number',
  },
};
