import type { Dataflow } from '../dataflow.ts';
import { uniqueNames } from '../ids.ts';
import type { DocumentChange } from './document-change.ts';
import { type Keyed, without } from './order.ts';

/** What the reader could not take in one of the documents only, wherever it stands there. */
export function diagnosticChanges(before: Dataflow, after: Dataflow): readonly DocumentChange[] {
  const [older, newer] = [said(before), said(after)];
  const dropped = without(older, newer).map((text) => ({
    kind: 'diagnostic-dropped' as const,
    section: '',
    before: text,
    requirements: [],
  }));
  const added = without(newer, older).map((text) => ({
    kind: 'diagnostic-added' as const,
    section: '',
    after: text,
    requirements: [],
  }));
  return [...dropped, ...added];
}

function said({ diagnostics }: Dataflow): Keyed<string> {
  const unique = uniqueNames();
  return new Map(
    diagnostics.map(({ text, problem }) => {
      const words = `${text}: ${problem}`;
      return [unique(JSON.stringify(words)), words] as const;
    }),
  );
}
