import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { openDataflow } from '../src/dataflow/open.ts';
import { allSectionsOf } from './checklist.ts';
import { documentUnderTest } from './document-under-test.ts';
import { examined } from './examination.ts';

/** Checked where no document is named, so that this way through is never untried. */
const example = fileURLToPath(new URL('../fixtures/documents/example.rst', import.meta.url));

const file = inject('document') || example;
const document = documentUnderTest(file, await openDataflow(file));

examined(document);
allSectionsOf(document);
