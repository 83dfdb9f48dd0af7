import { plainRestAssumptions } from '../plain-rest/assumptions.ts';
import type { Assumption } from '../system-contract.ts';

/** All that is not publicly known of CRMOffice (`apis.md 4.2`) and was chosen. */
export const assumptions: readonly Assumption[] = [
  ...plainRestAssumptions('crmoffice'),
  {
    id: 'crmoffice/nothing-required',
    text: 'No property of an Activity, a Contact or a Company is required, limited in length, or unique.',
  },
  {
    id: 'crmoffice/all-text',
    text: 'All properties are texts, taken as they are: startsAt and endsAt have no checked format, ownerId and company.id are not checked.',
  },
  {
    id: 'crmoffice/names-and-email',
    text: 'A contact has email and a company has name; neither name is publicly known.',
  },
  {
    id: 'crmoffice/base-url',
    text: 'One host for all tenants, no version in paths.',
  },
];

/** Said of each property whose name is known and whose limits are not. */
export const unlimited =
  'Text of any length, not required, not unique: nothing is known of limits (apis.md 4.2).';

/** Said of each property that a plain REST system has and of which nothing is known in CRMOffice. */
export const unnamed = 'Neither name nor format is publicly known (apis.md 4.2).';
