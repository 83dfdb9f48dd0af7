import type { Need } from './conformance-case.ts';
import { OfficeSession } from './office-session.ts';
import type { OfficeSystem } from './office-system.ts';
import { RestSession, type RestSystem } from './rest-session.ts';
import type { Subject } from './run-cases.ts';

const readOnly = 'it writes, and FIDELITY_WRITE is not yes';

const missing: Readonly<Record<Need, string>> = {
  withoutTime: 'it needs a second company that has not bought the Time module',
  crowded: 'it needs more than 50 000 customers',
};

/** PowerOffice GO as the cases meet it. */
export function officeSubject(system: OfficeSystem): Subject<OfficeSession> {
  return {
    hindrance: ({ writes, backend, needs, behaviour, unmodelled }) => {
      if (unmodelled && system.isTwin) return unmodelled;
      if (needs && !system.others[needs]) return missing[needs];
      if (backend && backend !== system.backend) return `it is about the back end ${backend}`;
      if (behaviour?.includes('/v2-') && !system.secondVersion) return 'no keys for v2 are given';
      return writes && !system.mayWrite ? readOnly : undefined;
    },
    open: ({ writes = false }) => new OfficeSession(system, { mayWrite: writes }),
    close: (session) => session.cleanUp(),
  };
}

/** CRMOffice as the cases meet it. */
export function crmSubject(system: RestSystem): Subject<RestSession> {
  return {
    hindrance: ({ writes }) => (writes && !system.mayWrite ? readOnly : undefined),
    open: ({ writes = false }) => new RestSession(system, { mayWrite: writes }),
    close: (session) => session.cleanUp(),
  };
}
