import type { Dataflow } from '../src/dataflow/dataflow.ts';
import { defaultSettings, type SectionSettings, type Settings } from '../src/settings.ts';
import { settings } from './crmoffice-poweroffice-go/settings.ts';
import type { DocumentUnderTest } from './subject.ts';
import {
  crmOfficeKind,
  documentKind,
  type Known,
  markerProperty,
  powerOfficeGoKind,
} from './systems.ts';

/**
 * Whatever document the command line was given. Where our own settings know all of its sections
 * it is a version of our own document, and runs on the twins of its systems; any other runs on
 * twins that are made from the document alone.
 */
export function documentUnderTest(file: string, dataflow: Dataflow): DocumentUnderTest {
  const known =
    dataflow.sections.length > 0 &&
    dataflow.sections.every(({ heading }) => Object.hasOwn(settings.sections, heading));
  if (known) {
    return {
      file,
      dataflow,
      settings,
      kinds: { source: crmOfficeKind, target: powerOfficeGoKind },
    };
  }
  const marked: SectionSettings = {
    provide: { [markerProperty]: { kind: 'marker', prefix: 'from-' } },
    marker: markerProperty,
  };
  const derived: Settings = {
    ...defaultSettings,
    sections: Object.fromEntries(dataflow.sections.map(({ heading }) => [heading, marked])),
  };
  return { file, ...onDocumentTwins({ dataflow, settings: derived }) };
}

/** A document on twins of which nothing is known but what it says itself, or who takes it. */
export function onDocumentTwins(known: Known): Omit<DocumentUnderTest, 'file'> {
  const { dataflow, settings } = known;
  const kinds = { source: documentKind(known, 'source'), target: documentKind(known, 'target') };
  return { dataflow, settings, kinds };
}
