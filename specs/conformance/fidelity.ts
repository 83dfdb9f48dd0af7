import { crmBehaviours } from '../../mocks/crmoffice/behaviours.ts';
import { officeBehaviours } from '../../mocks/poweroffice-go/behaviours/table.ts';
import { crmCases } from './crmoffice/cases.ts';
import type { OfficeSystem } from './office-system.ts';
import { officeCases } from './poweroffice-go/all.ts';
import type { RestSystem } from './rest-session.ts';
import { runCases } from './run-cases.ts';
import { crmSubject, officeSubject } from './subjects.ts';
import type { About } from './suite.ts';
import type { Findings } from './telling.ts';

/** Asks PowerOffice GO everything. */
export async function officeFindings(system: OfficeSystem, at: string): Promise<Findings> {
  const run = await runCases(officeCases, officeSubject(system));
  const untried = without(officeBehaviours, officeCases);
  return { system: `PowerOffice GO (${system.backend})`, at, ...run, untried };
}

/** Asks CRMOffice everything. */
export async function crmFindings(system: RestSystem, at: string): Promise<Findings> {
  const run = await runCases(crmCases, crmSubject(system));
  return { system: 'CRMOffice', at, ...run, untried: without(crmBehaviours, crmCases) };
}

/** Behaviours that no case is about. */
function without(
  behaviours: readonly { readonly id: string }[],
  cases: readonly About[],
): readonly string[] {
  const tried = new Set(cases.map(({ behaviour }) => behaviour));
  return behaviours.map(({ id }) => id).filter((id) => !tried.has(id));
}
