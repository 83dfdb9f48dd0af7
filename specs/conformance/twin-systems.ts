import type { Clock } from '../../src/clock.ts';
import { createNames } from './names.ts';
import type { Company, OfficeSystem } from './office-system.ts';
import type { RestSystem } from './rest-session.ts';
import { createSend } from './wire.ts';

/** Where a twin answers, and with which keys. */
export interface TwinAddress {
  readonly name: string;
  readonly baseUrl: string;
  /** Where each version of its API answers. */
  readonly endpoints: readonly string[];
  readonly credentials: Readonly<Record<string, string>>;
}

/** The systems that the twins stand for. */
export interface Systems {
  readonly crm: RestSystem;
  readonly office: OfficeSystem;
  /** The same on the older back end. */
  readonly older: OfficeSystem;
}

/** The twins of `conformanceKinds` as systems over HTTP. */
export function twinSystems(
  twins: readonly TwinAddress[],
  wire: { readonly fetch: typeof fetch; readonly clock: Clock; readonly settling: number },
): Systems {
  const shared = {
    // A little under the 50 requests a second that v1 allows.
    send: createSend({ ...wire, pace: 22 }),
    clock: wire.clock,
    names: createNames(wire.clock),
    ...{ mayWrite: true, isTwin: true },
  };
  const { baseUrl, credentials } = named(twins, 'crmoffice');
  const { clientId = '', clientSecret = '' } = credentials;
  const office = (name: string) => {
    const twin = named(twins, name);
    const company = companyOf(twin);
    const { subscriptionKey = '' } = twin.credentials;
    const [, v2BaseUrl = ''] = twin.endpoints;
    const v2 = { ...company, baseUrl: v2BaseUrl, subscriptionKey };
    return { ...shared, company, secondVersion: v2 };
  };
  const others = {
    withoutTime: companyOf(named(twins, 'withoutTime')),
    crowded: companyOf(named(twins, 'crowded')),
  };
  return {
    crm: { ...shared, baseUrl, clientId, clientSecret },
    office: { ...office('poweroffice-go'), backend: 'net8', others },
    older: { ...office('poweroffice-go-netfx'), backend: 'netfx', others },
  };
}

function named(twins: readonly TwinAddress[], name: string): TwinAddress {
  const twin = twins.find((each) => each.name === name);
  if (!twin) throw new Error(`There is no twin ${name}`);
  return twin;
}

function companyOf({ baseUrl, credentials }: TwinAddress): Company {
  const { applicationKey = '', clientKey = '' } = credentials;
  return { baseUrl, applicationKey, clientKey };
}
