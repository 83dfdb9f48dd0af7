import { Bucket } from '../../http/bucket.ts';
import { createEndpoint } from '../../http/endpoint.ts';
import { Tokens } from '../../http/tokens.ts';
import type { Endpoint, Sent } from '../../http/wire.ts';
import { backends } from '../backend.ts';
import { type Office, system } from '../office.ts';
import type { PowerOfficeGoOptions } from '../options.ts';
import { allRights } from '../privileges.ts';
import { type Keys, tokenRoute } from '../token-route.ts';
import { contactPersonFields } from './contact-person.ts';
import { Kind } from './kind.ts';
import { gateway, v2Dialect } from './problem.ts';
import { projectFields } from './project.ts';
import { v2Routes } from './routes.ts';

/** Requests a second that v2 allows a subscription key (`apis.md 3`). */
const documentedRate = 10;

/** What the second version of the API stands on. */
export interface V2Setting {
  readonly options: PowerOfficeGoOptions;
  readonly office: Office;
  readonly credentials: Keys & { readonly subscriptionKey: string };
  readonly baseUrl: string;
}

/** The API, version 2: `ContactPersons` and `Projects` over the same office (`apis.md 3`). */
export function createV2(setting: V2Setting): Endpoint {
  const { options, office, credentials, baseUrl } = setting;
  const { clock, dice, ledger, faults, rights = allRights } = options;
  const { store, act } = office;
  const backend = backends.net8;
  const tokens = new Tokens({ clock, lifetime: backend.tokenLifetime });
  const rate = options.v2RequestsPerSecond ?? documentedRate;
  const bucket = new Bucket({ clock, rate });
  const collection = (entity: string, path: string, fields: Kind['fields']) => {
    return { kind: new Kind({ entity, fields, store }), store, url: `${baseUrl}/v2/${path}` };
  };
  return createEndpoint({
    ...{ system, baseUrl, dialect: v2Dialect, tokens, act, ledger, faults, clock },
    lenient: true,
    admit: (sent) => {
      if (keyOf(sent) !== credentials.subscriptionKey) {
        return gateway(401, 'Access denied due to missing or invalid subscription key.');
      }
      return bucket.take() ? undefined : v2Dialect.failure(429);
    },
    routes: [
      tokenRoute({ tokens, clock, dice, credentials, backend, rights }),
      ...v2Routes({
        contactPersons: collection('Contactperson', 'ContactPersons', contactPersonFields),
        projects: collection('Project', 'Projects', projectFields),
      }),
    ],
  });
}

/** In the header, or in the query. */
function keyOf({ headers, url }: Sent): string | null {
  return (
    headers.get('ocp-apim-subscription-key') ?? new URL(url).searchParams.get('subscription-key')
  );
}
