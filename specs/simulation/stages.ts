import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { documents } from '../faulty-engines/documents.ts';
import type { DocumentUnderTest } from '../subject.ts';

/** What histories are played on: our own document, and one for each way in which links come about. */
export const stages: readonly { readonly name: string; readonly document: DocumentUnderTest }[] = [
  { name: 'ours', document: ours },
  { name: 'adopting', document: documents.adopting },
  { name: 'merging', document: documents.merging },
];
