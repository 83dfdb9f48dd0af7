import { ourTwins } from '../../fixtures/twins/our-twins.ts';
import type { PowerOfficeGoOptions } from '../../mocks/poweroffice-go/options.ts';
import { allRights } from '../../mocks/poweroffice-go/privileges.ts';
import { createPowerOfficeGo } from '../../mocks/poweroffice-go/twin.ts';
import type { ServedKind } from '../../mocks/serve/twin-set.ts';
import type { TwinOptions } from '../../mocks/twin.ts';

/** In what companies at PowerOffice GO differ, beside their address. */
interface Setting extends Omit<PowerOfficeGoOptions, keyof TwinOptions | 'baseUrl'> {
  readonly secondVersionAt?: (baseUrl: string) => string;
}

/** The twins that the suite is run on, with `setting` in force at all of PowerOffice GO. Its second version answers below `/goapi`, unless `secondVersionAt` says otherwise. */
export function conformanceKinds(setting: Setting = {}): readonly ServedKind[] {
  const { roles } = allRights;
  return [
    ...ourTwins({ seed: 1, records: 0 }).filter(({ name }) => name === 'crmoffice'),
    office('poweroffice-go', setting),
    office('poweroffice-go-netfx', { ...setting, backend: 'netfx' }),
    office('withoutTime', { ...setting, rights: { roles, subscriptions: ['Accounting'] } }),
    office('crowded', { ...setting, ceilings: { Customer: 2 } }),
  ];
}

function office(name: string, { secondVersionAt = below, ...setting }: Setting): ServedKind {
  return {
    name,
    create: ({ baseUrl, ...options }) =>
      createPowerOfficeGo({ ...options, ...setting, baseUrl, v2BaseUrl: secondVersionAt(baseUrl) }),
    describe: () => ({}),
    records: () => [],
  };
}

function below(baseUrl: string): string {
  return `${baseUrl}/goapi`;
}
