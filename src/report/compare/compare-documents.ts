import type { Dataflow } from '../../dataflow/dataflow.ts';
import type { DocumentChange, DocumentChangeKind } from '../../dataflow/diff/document-change.ts';
import type { DocumentDiff } from '../../dataflow/diff.ts';
import type { Comparison, Group, Item, Pair } from './comparison.ts';

const words: Readonly<Record<DocumentChangeKind, string>> = {
  title: 'Another title',
  'section-added': 'Section added',
  'section-dropped': 'Section dropped',
  'section-order': 'Sections in another order',
  heading: 'Heading in other letters',
  'opening-rule': 'Another opening rule',
  'promise-added': 'Promise added',
  'promise-dropped': 'Promise dropped',
  'promise-reworded': 'Promise in other words',
  'row-added': 'Row added',
  'row-dropped': 'Row dropped',
  'row-type': 'Row of another type',
  'promise-order': 'Promises or rows in another order',
  'merge-row-added': 'Merge row added',
  'merge-row-dropped': 'Merge row dropped',
  'merge-row-order': 'Merge rows in another order',
  'diagnostic-added': 'Newly not taken as it stands',
  'diagnostic-dropped': 'No longer there, and was not taken as it stood',
};

interface Documents {
  readonly before: Dataflow;
  readonly after: Dataflow;
  readonly diff: DocumentDiff;
}

/** What is different between two documents, in plain words: by section, then whom it concerns. */
export function compareDocuments({ before, after, diff }: Documents): Comparison {
  const bySection = Map.groupBy(diff.changes, ({ section }) => section);
  return {
    title: after.title,
    sentence: sentenceOf(diff),
    isWorse: false,
    identity: identityOf(before, after),
    groups: [
      ...[...bySection].map(([section, changes]) => ({
        heading: section === '' ? 'The document as a whole' : section,
        items: changes.map(itemOf),
      })),
      ...concernedGroup('To be checked and signed for the first time', diff.added),
      ...concernedGroup('Gone, with its checks and signatures', diff.dropped),
      ...concernedGroup('Changed: to be checked again, signatures lapse', diff.changed),
    ],
  };
}

function sentenceOf({ changes, added, dropped, changed }: DocumentDiff): string {
  if (changes.length === 0) return 'No promise changed.';
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  const moved = added.length + dropped.length + changed.length;
  if (moved === 0) return `${count}; no requirement is concerned, and signatures stay.`;
  return `${count}: ${added.length} requirements added, ${dropped.length} dropped, ${changed.length} changed; all others stay as they are, and so do their signatures.`;
}

function identityOf(before: Dataflow, after: Dataflow): readonly Pair[] {
  const requirements = ({ sections }: Dataflow): string =>
    String(sections.reduce((sum, section) => sum + section.requirements.length, 0));
  return [
    { name: 'Title', before: before.title, after: after.title },
    { name: 'Generated', before: before.generated, after: after.generated },
    {
      name: 'Sections',
      before: String(before.sections.length),
      after: String(after.sections.length),
    },
    { name: 'Requirements', before: requirements(before), after: requirements(after) },
  ];
}

function itemOf({ kind, before, after, requirements }: DocumentChange): Item {
  return {
    words: words[kind],
    place: requirements.length === 1 ? (requirements[0] ?? '') : '',
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    details: requirements.length > 1 ? requirements : [],
  };
}

function concernedGroup(heading: string, ids: readonly string[]): readonly Group[] {
  const items = ids.map((id) => ({ words: '', place: id, details: [] }));
  return items.length === 0 ? [] : [{ heading, items }];
}
