import { entityRows } from './rows-entities.ts';
import { queryRows } from './rows-query.ts';
import { transportRows } from './rows-transport.ts';

/** The surprises `S1` to `S34` of `apis.md 5`. */
type Surprise = (typeof surprises)[number];

const surprises = [
  ...(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S12'] as const),
  ...(['S13', 'S14', 'S15', 'S16', 'S17', 'S18', 'S19', 'S20', 'S21', 'S22', 'S23'] as const),
  ...(['S24', 'S25', 'S26', 'S27', 'S28', 'S29', 'S30', 'S31', 'S32', 'S33', 'S34'] as const),
];

/** The part of `apis.md` that is about the second version, and that about CRMOffice. */
type OtherSection = '3' | '4.1' | '4.2';

type ListedRow =
  | keyof typeof transportRows
  | keyof typeof queryRows
  | keyof typeof entityRows
  | Surprise;

/** One row, bullet or surprise of `apis.md`; where it is `3`, `4.1` or `4.2`, the section. */
export type Row = ListedRow | OtherSection;

/** Every row that needs a case, or a reason why it has none. */
export const listedRows: readonly string[] = [
  ...Object.keys(transportRows),
  ...Object.keys(queryRows),
  ...Object.keys(entityRows),
  ...surprises,
];

/** Rows that no request to one system can show, and why. */
export const rowsWithoutCase: Partial<Readonly<Record<ListedRow, string>>> = {
  '1.1 production host': 'The host is what a run is given.',
  '1.1 demo host': 'The host is what a run is given.',
  '1.1 hosts before 2019': 'They are gone.',
  '1.1 docs site': 'No behaviour.',
  '1.5 5xx': 'Not to be provoked; faults of the twins have it.',
  '1.5 permission history': 'History; what is in force has cases at 1.5 403.',
  '1.6 options parameter': 'Not to be sent: an artefact of the reference.',
  '1.6 date window': 'Time entries are no entity of ours.',
};
