import { type Behaviour, behavioursOf } from '../contract/behaviour.ts';
import { plainRestRows } from '../plain-rest/behaviours.ts';

/** Everything that the twin of CRMOffice does, beyond the facts of single properties. */
export const crmBehaviours: readonly Behaviour[] = behavioursOf('crmoffice', [
  ['oauth', 'evidenced', '4.1', 'Calls carry a bearer token from /connect/token.'],
  [
    'companies-in-items',
    'evidenced',
    '4.1',
    'A list of companies is an object whose items is the array.',
  ],
  ['collections', 'evidenced', '4.1', 'There are Activities, Contacts and Companies.'],
  [
    'routes-follow-companies',
    'inferred',
    '4.2',
    'Activities and contacts are at /activities and /contacts, as companies are at /companies.',
  ],
  ...plainRestRows,
  [
    'nothing-required',
    'assumed',
    '4.2',
    'No property of an Activity, a Contact or a Company is required, limited in length, or unique.',
  ],
  [
    'all-text',
    'assumed',
    '4.2',
    'All properties are texts, taken as they are: startsAt and endsAt have no checked format, ownerId and company.id are not checked.',
  ],
  [
    'names-and-email',
    'assumed',
    '4.2',
    'A contact has email and a company has name; neither name is publicly known.',
  ],
  ['base-url', 'assumed', '4.2', 'One host for all tenants, no version in paths.'],
  ['no-users', 'assumed', '4.2', 'Users are not served: nothing of ours reads them.'],
]);
