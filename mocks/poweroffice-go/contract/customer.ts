import { z } from 'zod';
import { defineEntity, type Entity, facts, objectList } from '../../contract/contract.ts';
import { sentAddress, shownAddress } from './address.ts';
import { factsOf, idProperty, importProperty, stampProperty } from './kept.ts';

const source = 'apis.md 2.5';
const fact = factsOf(source);
const text = (): z.ZodString => z.string().register(facts, fact());
const whole = (): z.ZodInt => z.int().register(facts, fact());
const flag = (): z.ZodBoolean => z.boolean().register(facts, fact());
const day = (): z.ZodISODate => z.iso.date().register(facts, fact());
const delivery = (): z.ZodLiteral<number> =>
  z.literal([0, 1, 2, 3, 4, 5, 6, 7]).register(facts, fact());
const secret = (): z.ZodString => z.string().register(facts, fact({ shown: 'masked' }));

/** A customer: the party that contact persons belong to. */
export const customer: Entity = defineEntity({
  name: 'Customer',
  properties: {
    id: idProperty(source),
    code: z.int().register(
      facts,
      fact({
        unique: true,
        assumed: 'Unique; the next free number from 10001 where nothing was sent.',
      }),
    ),
    name: z
      .string()
      .register(facts, fact({ required: true, assumed: 'Required: the vendor’s sample has it.' })),
    legalName: text(),
    firstName: text(),
    lastName: text(),
    vatNumber: text(),
    emailAddress: text(),
    phoneNumber: text(),
    websiteUrl: text(),
    currencyCode: text(),
    departmentCode: text(),
    deliveryTerm: text(),
    isPerson: flag(),
    isArchived: flag(),
    isVatFree: flag(),
    useFactoring: flag(),
    sendReminders: flag(),
    useInvoiceFee: z.boolean().register(facts, fact({ otherwise: true })),
    transferToDebtCollectionAgency: flag(),
    isActive: z
      .boolean()
      .register(facts, fact({ assumed: 'Writable: it is in the POST signature.' })),
    contactPersonId: whole(),
    since: day(),
    dateOfBirth: day(),
    'mailAddress.address1': text(),
    'mailAddress.address2': text(),
    'mailAddress.city': text(),
    'mailAddress.zipCode': text(),
    'mailAddress.countryCode': z.string().length(2).register(facts, fact()),
    'mailAddress.isPrimary': flag(),
    'mailAddress.externalCode': text(),
    streetAddresses: objectList({ sent: sentAddress, shown: shownAddress }, fact()),
    contactGroups: z.array(z.string()).register(facts, fact()),
    externalCode: whole(),
    externalImportReference: z
      .string()
      .max(50)
      .register(facts, fact({ unique: true })),
    invoiceDeliveryType: delivery(),
    reminderDeliveryType: delivery(),
    noticeOfDebtCollectionDeliveryType: delivery(),
    invoiceEmailAddress: text(),
    invoiceEmailAddressCC: z.string().max(2000).register(facts, fact()),
    reminderEmailAddress: text(),
    discountPercent: z.number().min(-1000).max(100).register(facts, fact()),
    paymentTerms: whole(),
    hourlyRate: z.number().register(facts, fact()),
    ourReferenceEmployeeCode: whole(),
    invoiceBrandingThemeCode: text(),
    socialSecurityNumber: secret(),
    internationalIdNumber: secret(),
    subledgerNumberSeriesId: z.guid().register(facts, fact({ shown: 'never', createOnly: true })),
    lastChanged: stampProperty('modified', source),
    createdDate: stampProperty('created', source),
    customerCreatedDate: stampProperty('created', source),
    createdFromImportJournalId: importProperty(source),
  },
});
