import { plainContract } from '../contract/contract.ts';
import { drawn, drawnGuid } from '../dice.ts';
import { handlerOf } from '../http/interception.ts';
import { partyAt } from '../people/party.ts';
import type { Twin } from '../twin.ts';
import { createApplication } from './application.ts';
import { backends } from './backend.ts';
import { officeBehaviours } from './behaviours/table.ts';
import { createOffice, entities, system } from './office.ts';
import type { PowerOfficeGoOptions } from './options.ts';
import { createV1 } from './v1.ts';
import { createV2 } from './v2/endpoint.ts';

/** PowerOffice GO at one company, as far as it is known (`apis.md 1`, `2`, `3`, `5`): both versions of the API over one office. */
export function createPowerOfficeGo(options: PowerOfficeGoOptions): Twin {
  const { dice } = options;
  const { baseUrl = 'https://poweroffice-go.test' } = options;
  const { v2BaseUrl = 'https://goapi.poweroffice-go.test' } = options;
  const backend = backends[options.backend ?? 'net8'];
  const office = createOffice(options, backend);
  const application = options.application ?? createApplication(options);
  const { applicationKey } = application;
  const clientKey = drawnGuid(dice);
  const subscriptionKey = drawn('0123456789abcdef', 32, dice);
  const credentials = { applicationKey, clientKey, subscriptionKey };
  const v1 = createV1({ options, office, backend, application, credentials, baseUrl });
  const v2 = createV2({ options, office, credentials, baseUrl: v2BaseUrl });
  const endpoints = [v1, v2];
  return {
    system,
    baseUrl,
    credentials,
    endpoints,
    handlers: endpoints.map(handlerOf),
    party: partyAt(system, office.desk),
    contract: plainContract({ system, entities, behaviours: officeBehaviours }),
    behaviours: officeBehaviours,
  };
}
