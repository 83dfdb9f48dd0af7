import { secondVersionCases } from '../poweroffice-go-v2/cases.ts';
import { accessCases } from './access.ts';
import { choiceCases } from './choices.ts';
import { contactPersonCases } from './contact-persons.ts';
import { envelopeCases } from './envelope.ts';
import { pagingCases } from './paging.ts';
import { projectActivityCases } from './project-activities.ts';
import { propertyCases } from './properties.ts';
import { filterCases } from './query.ts';
import type { OfficeCase } from './records.ts';
import { tokenCases } from './token.ts';
import { valueCases } from './values.ts';
import { writeCases } from './writes.ts';

/** Everything that a system which claims to be PowerOffice GO is asked. */
export const officeCases: readonly OfficeCase[] = [
  ...tokenCases,
  ...accessCases,
  ...envelopeCases,
  ...filterCases,
  ...pagingCases,
  ...valueCases,
  ...propertyCases,
  ...writeCases,
  ...projectActivityCases,
  ...contactPersonCases,
  ...choiceCases,
  ...secondVersionCases,
];
