import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDataflow } from '../../src/dataflow/read.ts';
import type { DocumentUnderTest } from '../subject.ts';
import { crmOfficeKind, powerOfficeGoKind } from '../systems.ts';
import { namelessActivityIsReported } from './own-checks/nameless-activity-is-reported.ts';
import { namesAreNotKeptInStep } from './own-checks/names-are-not-kept-in-step.ts';
import { standsBelowItsProject } from './own-checks/stands-below-its-project.ts';
import { settings } from './settings.ts';

const path = fileURLToPath(new URL('./dataflow.rst', import.meta.url));

/** Our own document, with everything that its checks need. */
export const ours: DocumentUnderTest = {
  file: '',
  dataflow: readDataflow(readFileSync(path, 'utf8')),
  settings,
  kinds: { source: crmOfficeKind, target: powerOfficeGoKind },
  ownChecks: [standsBelowItsProject, namelessActivityIsReported, namesAreNotKeptInStep],
};
