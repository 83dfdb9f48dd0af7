import { z } from 'zod';
import { type Field, keptFields, same, shownOnly } from './field.ts';

const text = z.string();

/** A contact person as v2 has it: no numbers of the state, no political exposure (`apis.md 3`). */
export const contactPersonFields: readonly Field[] = [
  ...keptFields,
  shownOnly('ContactId', 'partyId', z.int()),
  same('FirstName', 'firstName', text),
  same('LastName', 'lastName', text),
  same('EmailAddress', 'emailAddress', text),
  same('PhoneNumber', 'phoneNumber', text),
  same('DateOfBirth', 'dateOfBirth', z.iso.date()),
  same('ExternalCode', 'externalCode', text),
  same('IsActive', 'isActive', z.boolean()),
  same('MailAddress.AddressLine1', 'address1', text),
  same('MailAddress.AddressLine2', 'address2', text),
  same('MailAddress.City', 'city', text),
  same('MailAddress.ZipCode', 'zipCode', text),
  same('MailAddress.CountryCode', 'residenceCountryCode', text),
];
