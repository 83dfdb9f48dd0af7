import type { Side } from '../../../src/settings.ts';
import { ours } from '../../crmoffice-poweroffice-go/document.ts';
import { documents } from '../../faulty-engines/documents.ts';
import type { DocumentUnderTest } from '../../subject.ts';

/** Calls of an API; tokens are counted apart. */
export interface Calls {
  readonly reads: number;
  readonly writes: number;
}

/** One person's edit, and the fewest calls by which it can reach the other side, polls left out. */
export interface Edit {
  readonly name: string;
  readonly side: Side;
  readonly entity: string;
  readonly property: string;
  readonly fewest: Calls;
}

/** What is synchronised, and the fewest calls that its APIs allow. */
export interface Scene {
  readonly name: string;
  readonly document: DocumentUnderTest;
  /** The source entities of which there are as many records as the bench is asked for. */
  readonly entities: readonly string[];
  readonly first: (records: number) => Calls;
  /** Of a pass in which nothing has changed. */
  readonly polls: (records: number) => number;
  readonly edits: readonly Edit[];
  /** What the APIs force beyond one create for each record and each page once. */
  readonly forced: string;
}

/** The most rows that a page of either API may have. */
const rows = 500;

const pages = (records: number): number => Math.ceil(records / rows);

/** How many records of an entity every world of our document begins with. */
function standing(entity: string): number {
  return ours.kinds.target.standing.filter(([name]) => name === entity).length;
}

/** An API without a conditional write forces a look right before the write. */
const oneEdit = { reads: 1, writes: 1 } as const;

/** From the plainest pair of systems to our own. */
export const scenes: readonly Scene[] = [
  {
    name: 'one section, plain REST on both sides',
    document: documents.contacts,
    entities: ['Persons'],
    first: (records) => ({ writes: records, reads: 2 * pages(records) }),
    polls: () => 2,
    edits: [
      {
        name: 'edit in CRM',
        side: 'source',
        entity: 'Persons',
        property: 'email',
        fewest: oneEdit,
      },
      {
        ...{ name: 'edit in Accounting', side: 'target', entity: 'Contacts' },
        ...{ property: 'emailAddress', fewest: oneEdit },
      },
    ],
    forced: 'what was made is listed once more, as no list can leave out its own author',
  },
  {
    name: 'our document, three sections',
    document: ours,
    entities: ['Activities', 'Contacts'],
    first: (records) => ({
      writes: 3 * records,
      reads: 4 * pages(records) + pages(records + standing('Timetrackingactivity')) + 3,
    }),
    polls: (records) => 4 + pages(records),
    edits: [
      {
        ...{ name: 'edit in CRMOffice', side: 'source', entity: 'Activities' },
        ...{ property: 'subject', fewest: oneEdit },
      },
      {
        ...{ name: 'edit in PowerOffice GO', side: 'target', entity: 'Projectactivity' },
        ...{ property: 'name', fewest: oneEdit },
      },
    ],
    forced:
      'one look-up each of the project and the customer to create below, one of the id of the project whose code project activities have; project activities have no stamps, and are listed whole',
  },
];
