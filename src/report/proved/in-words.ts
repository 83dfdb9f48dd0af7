import { allRequirements } from '../result/all-requirements.ts';
import type { Result } from '../result/model.ts';
import { grouped } from '../text/long-text.ts';
import { weighFaults } from './weigh-faults.ts';

/** What proof there is of all checks, in two sentences, and whether it holds. */
export function proofInWords(result: Result): string {
  const { tried, falseAlarms } = result;
  if (tried === undefined) return 'No proof: nobody has shown that these checks can fail.';
  const { here, elsewhere } = weighFaults(result);
  const caught = [...here, ...elsewhere];
  const twice = caught.filter(({ alarms }) => alarms.length > 1).length;
  const checked = allRequirements(result).filter(({ checks }) => checks.length > 0);
  const proved = checked.filter(
    ({ proof }) => proof?.state === 'proved' && proof.catches.length > 0,
  );
  const where =
    elsewhere.length === 0
      ? ''
      : `: ${grouped(here.length)} in this document, ${grouped(elsewhere.length)} in documents made to show them`;
  const rang =
    falseAlarms === undefined
      ? ''
      : ` Not proved: for the engine that is right ${grouped(falseAlarms)} false ${falseAlarms === 1 ? 'alarm' : 'alarms'} rang.`;
  return `Of ${grouped(tried.length)} faults built in on purpose ${grouped(caught.length)} are caught, ${grouped(twice)} by two alarms or more${where}. ${grouped(proved.length)} of ${grouped(checked.length)} checked requirements are proved to catch at least one.${rang}`;
}
