import type { Assumption } from '../system-contract.ts';

const choices: Readonly<Record<string, string>> = {
  'not-found-is-refusal':
    'An id that does not exist, or not below that parent, is 200 with success false, for reads, updates and deletes alike.',
  'error-bodies':
    '401, 404, 405, 415, 429 and 5xx carry the usual envelope with success false as JSON; a 429 has no Retry-After.',
  'malformed-body': 'A body that is no JSON object is 400; one that is not sent as JSON is 415.',
  'token-refusals':
    'A token request that is no form is 400 invalid_request, another grant 400 unsupported_grant_type.',
  'exception-kinds':
    'Single refusals are named ApiFieldValidation, NotFound or ApiBusinessRule; only OData, AggregatedValidation and ApiUniqueConstraint are documented names.',
  'null-leaves-alone': 'null in a body leaves a property as it is.',
  'empty-text-clears':
    'An empty text empties a property, and is refused for a required one; a property that is no text cannot be emptied over the API.',
  'unknown-body-names-ignored': 'Unknown and read-only names in a body are ignored.',
  'types-are-strict': 'A value of another type (a number for a text) is refused, not converted.',
  'unknown-filter-name':
    'An unknown property in $filter or $orderby is 200 with success false, exception OData.',
  'skip-needs-order':
    '$skip without $top and $orderby is 200 with success false, exception OData; $top alone is served, in no order.',
  'zone-less-is-utc': 'A literal without a zone is UTC.',
  'literal-forms':
    'Stamps compare only with DateTimeOffset literals without a space before the zone, dates only with DateTime literals, texts only with quoted ones.',
  'unknown-query-ignored': 'Unknown query parameters are ignored.',
  'stamp-resolution':
    'Modification times are held to the whole second, and move at every write that changes something.',
  'project-activity-once': 'An activity can be in a project only once.',
  'used-activity-stays':
    'An activity that a project uses cannot be deleted; nor can a contact person that a project names.',
  'references-must-exist':
    'Codes and ids of activities, projects, customers and contact persons must exist; those of products, hour types, employees and departments are taken as existing.',
  'codes-follow':
    'Changing a code carries on to the records that show it, without moving their modification time.',
  'names-follow-at-once':
    'Renaming an activity renames it in every project at once, without moving any other modification time.',
  'project-code-assigned': 'A project without a code gets the next free number.',
  'customer-code-assigned':
    'A customer without a code gets the next free number from 10001; the code is unique.',
  'contact-person-names-required':
    'A contact person needs first and last name, a project and a customer a name.',
  defaults:
    'A new project is Active, a new contact person of unspecified gender; flags that are always present begin as false.',
  'last-write-wins': 'There are no conditional writes.',
};

/** Every choice of ours where PowerOffice GO v1 is not publicly known (`apis.md 6`). */
export const assumptions: readonly Assumption[] = Object.entries(choices).map(([id, text]) => ({
  id: `poweroffice-go/${id}`,
  text,
}));
