import type { ConformanceCase } from './conformance-case.ts';
import { crmCases } from './crmoffice/cases.ts';
import { officeCases } from './poweroffice-go/all.ts';

/** What cases are about, whatever they talk to. */
export type About = Omit<ConformanceCase<never>, 'run'>;

/** All cases there are. */
export const allCases: readonly About[] = [...officeCases, ...crmCases];
