import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { documents } from '../faulty-engines/documents.ts';
import type { DocumentUnderTest } from '../subject.ts';

/** How often histories have everything listed whole: often, so that they end soon. */
const sweepEvery = 4;

/** A document that histories are played on. */
export interface Stage {
  readonly name: string;
  readonly document: DocumentUnderTest;
}

/** Our own document, and one for each way in which links come about. */
export const stages: readonly Stage[] = Object.entries({
  ours,
  'contact-persons': documents['contact-persons'],
  adopting: documents.adopting,
  merging: documents.merging,
  conditional: documents.conditional,
  related: documents.related,
  parents: documents.parents,
}).map(([name, document]) => {
  const settings = { ...document.settings, sweepEvery };
  return { name, document: { ...document, settings } };
});
