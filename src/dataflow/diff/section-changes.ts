import type { Requirement, RequirementKind, Section } from '../dataflow.ts';
import type { DocumentChange } from './document-change.ts';
import { mergeRowChanges } from './merge-rows.ts';
import { type Keyed, orderChange, without } from './order.ts';

/** What a section can open with; of these it has one. */
const openings: readonly RequirementKind[] = ['every', 'conditional', 'link-first'];

/** What is different between two sections of one heading. */
export function sectionChanges(before: Section, after: Section): readonly DocumentChange[] {
  const section = after.heading;
  const [older, newer] = [byId(before), byId(after)];
  const [dropped, added] = [without(older, newer), without(newer, older)];
  const opening = openingChange(section, dropped, added);
  const isTold = ({ id }: Requirement): boolean =>
    opening.some(({ requirements }) => requirements.includes(id));
  return [
    ...headingChange(before, after),
    ...opening,
    ...dropped.filter((each) => !isTold(each)).map((each) => droppedChange(section, each)),
    ...added.filter((each) => !isTold(each)).map((each) => addedChange(section, each)),
    ...after.requirements.flatMap((each) => wordChange(section, older.get(each.id), each)),
    ...mergeRowChanges(before, after),
    ...orderChange({ kind: 'promise-order', section }, words(older), words(newer)),
  ];
}

function byId({ requirements }: Section): Keyed<Requirement> {
  return new Map(requirements.map((each) => [each.id, each]));
}

function words(requirements: Keyed<Requirement>): Keyed<string> {
  return new Map([...requirements].map(([id, { text }]) => [id, text]));
}

function headingChange(before: Section, { heading }: Section): readonly DocumentChange[] {
  if (before.heading === heading) return [];
  const { heading: old } = before;
  return [{ kind: 'heading', section: heading, before: old, after: heading, requirements: [] }];
}

function openingChange(
  section: string,
  dropped: readonly Requirement[],
  added: readonly Requirement[],
): readonly DocumentChange[] {
  const isOpening = ({ kind }: Requirement): boolean => openings.includes(kind);
  const [before, after] = [dropped.find(isOpening), added.find(isOpening)];
  if (before === undefined || after === undefined) return [];
  return [
    {
      kind: 'opening-rule',
      section,
      before: before.text,
      after: after.text,
      requirements: [before.id, after.id],
    },
  ];
}

function droppedChange(section: string, { id, kind, text }: Requirement): DocumentChange {
  const what = kind === 'property' ? 'row-dropped' : 'promise-dropped';
  return { kind: what, section, before: text, requirements: [id] };
}

function addedChange(section: string, { id, kind, text }: Requirement): DocumentChange {
  const what = kind === 'property' ? 'row-added' : 'promise-added';
  return { kind: what, section, after: text, requirements: [id] };
}

/** A row's id is made of its two properties: what differs in its words is the type. */
function wordChange(
  section: string,
  before: Requirement | undefined,
  { id, kind, text }: Requirement,
): readonly DocumentChange[] {
  if (before === undefined || before.text === text) return [];
  const what = kind === 'property' ? 'row-type' : 'promise-reworded';
  return [{ kind: what, section, before: before.text, after: text, requirements: [id] }];
}
