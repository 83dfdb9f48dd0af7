import type { OwnCheck } from '../../subject.ts';

/** The document maps no name of a contact, so none may travel after the first time. */
export const namesAreNotKeptInStep: OwnCheck = {
  heading: 'CRMOffice Contacts to PowerOffice GO Contactperson',
  kind: 'every',
  id: 'names-are-not-kept-in-step',
  title:
    'A contact who changes names keeps the contact person with the old ones: the document carries no name',
  play: async ({ source, target, ...stage }) => {
    const contact = await source.create({ givenName: 'Kari', familyName: 'Nordmann' });
    await stage.rest();
    const person = await stage.counterpart(contact);
    await source.edit(contact, { familyName: 'Bråten' });
    await stage.rest();
    stage.expect({
      holds: (await target.value(person, 'lastName')) === 'Nordmann',
      message: 'the last name was carried although the document does not map it',
      expected: 'Nordmann',
      found: String(await target.value(person, 'lastName')),
    });
  },
};
