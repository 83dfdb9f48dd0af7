import { join } from 'node:path';
import type { On } from '../../src/commands/prove/players.ts';
import { ownDocument, projectRoot } from '../../src/config.ts';
import { openDataflow } from '../../src/dataflow/open.ts';
import { SyncproofError } from '../../src/errors.ts';
import { ours } from '../crmoffice-poweroffice-go/document.ts';
import { documentUnderTest } from '../document-under-test.ts';
import { documents } from '../faulty-engines/documents.ts';
import type { DocumentUnderTest } from '../subject.ts';

const proving = new Map<string, DocumentUnderTest>(Object.entries(documents));

/** Refuses (`document`) a path that cannot be read, and (`check`) a name that is no proving document's. */
export async function documentOf(on: On): Promise<DocumentUnderTest> {
  if ('path' in on) {
    if (on.path === join(projectRoot, ownDocument)) return ours;
    return documentUnderTest(on.path, await openDataflow(on.path));
  }
  const document = proving.get(on.name);
  if (document !== undefined) return document;
  throw new SyncproofError('check', `No proving document is "${on.name}".`);
}
