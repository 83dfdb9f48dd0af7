import type { BehaviourRow } from '../../contract/behaviour.ts';

/** How v1 writes and takes values. */
export const valueRows: readonly BehaviourRow[] = [
  ['camel-case-out', 'documented', '1.8', 'Names in answers are camelCase.'],
  ['nulls-left-out', 'documented', '1.8, S16', 'Empty properties are left out.'],
  [
    'always-there',
    'documented',
    '1.8, S16',
    'lastChanged, gender, hasNorwegianSSN, status and the billing flags of a project are always there.',
  ],
  ['names-in-any-casing', 'evidenced', '1.8, S7', 'Names in a body are taken in any casing.'],
  [
    'enums-are-numbers',
    'documented',
    '1.8, S23',
    'Enums are numbers with gaps; activity type 0 is refused.',
  ],
  [
    'stamp-form',
    'documented',
    '1.8, S10',
    'Stamps have whole seconds and a space before the offset.',
  ],
  [
    'stamp-resolution',
    'assumed',
    '6',
    'Modification times are held to the whole second, and move at every write that changes something.',
  ],
  [
    'zero-decimals',
    'documented',
    '0, S33',
    'A whole decimal is written 0.0 by the older back end and 0 by the newer one.',
  ],
  [
    'hidden-numbers',
    'documented',
    '1.8',
    'socialSecurityNumber and internationalIdNumber of a customer read back as the word hidden, or not at all.',
  ],
  [
    'series-write-only',
    'documented',
    '2.5',
    'subledgerNumberSeriesId is taken when a customer is created, and never shown or changed.',
  ],
  ['null-leaves-alone', 'assumed', '1.9', 'null in a body leaves a property as it is.'],
  [
    'empty-text-clears',
    'assumed',
    '6',
    'An empty text empties a property, and is refused for a required one; a property that is no text cannot be emptied over the API.',
  ],
  [
    'unknown-body-names-ignored',
    'assumed',
    '6',
    'Unknown and read-only names in a body are ignored.',
  ],
  [
    'types-are-strict',
    'assumed',
    '6',
    'A value of another type (a number for a text) is refused, not converted.',
  ],
  ['lists-of-texts', 'evidenced', '1.8, S28', 'contactGroups and citizenship are lists of texts.'],
  [
    'contact-groups-made',
    'documented',
    '1.9',
    'A contact group that does not exist is made by naming it; the twin keeps no list of them.',
  ],
];
