import { serve } from '../../mocks/serve/serve.ts';
import { wallClock } from '../../src/clock.ts';
import { crmFindings, officeFindings } from './fidelity.ts';
import { sandboxes } from './sandbox.ts';
import { type Findings, tellFindings } from './telling.ts';
import { conformanceKinds } from './twin-kinds.ts';
import { twinSystems } from './twin-systems.ts';

/** `npm run fidelity`: the suite against the sandboxes that the environment names, or against the served twins where it names none. */
const { office, crm } = sandboxes(process.env, fetch);

if ('missing' in office && 'missing' in crm) {
  say(
    `No sandbox: set ${office.missing.join(', ')} for PowerOffice GO, ${crm.missing.join(', ')} for CRMOffice, and FIDELITY_WRITE=yes to let cases write. What follows is about the served twins.\n\n`,
  );
  await aboutTwins();
} else {
  if ('missing' in office)
    say(`PowerOffice GO: not tried, ${office.missing.join(', ')} not set.\n`);
  else tell(await officeFindings(office, 'POWEROFFICE_GO_BASE_URL'));
  if ('missing' in crm) say(`CRMOffice: not tried, ${crm.missing.join(', ')} not set.\n`);
  else tell(await crmFindings(crm, 'CRMOFFICE_BASE_URL'));
}

async function aboutTwins(): Promise<void> {
  const served = await serve({
    ...{ kinds: conformanceKinds(), port: 0, clock: wallClock, seed: 1, faults: '[]' },
    onDefect: (defect) => say(`A twin threw: ${String(defect)}\n`),
  });
  const { crm, office, older } = twinSystems(served.twins, {
    fetch,
    clock: wallClock,
    settling: 0,
  });
  tell(await officeFindings(office, office.company.baseUrl));
  tell(await officeFindings(older, older.company.baseUrl));
  tell(await crmFindings(crm, crm.baseUrl));
  await served.drain(1000);
}

function tell(findings: Findings): void {
  say(`${tellFindings(findings)}\n`);
  if (findings.outcomes.some(({ came }) => came === 'differs')) process.exitCode = 1;
}

function say(text: string): void {
  process.stdout.write(text);
}
