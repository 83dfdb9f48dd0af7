import { createEndpoint } from '../http/endpoint.ts';
import { Tokens } from '../http/tokens.ts';
import type { Endpoint } from '../http/wire.ts';
import { RecordView } from '../records/record-view.ts';
import type { Application } from './application.ts';
import type { Backend } from './backend.ts';
import { stampText } from './contract/kept.ts';
import { Envelope } from './envelope.ts';
import { type Office, system } from './office.ts';
import { documentedCeilings, type PowerOfficeGoOptions } from './options.ts';
import { allRights } from './privileges.ts';
import type { Resource } from './resource.ts';
import { resourceRoutes } from './routes.ts';
import { type Keys, tokenRoute } from './token-route.ts';

/** What the first version of the API stands on. */
export interface V1Setting {
  readonly options: PowerOfficeGoOptions;
  readonly office: Office;
  readonly backend: Backend;
  readonly application: Application;
  readonly credentials: Keys;
  readonly baseUrl: string;
}

/** The API, version 1 (`apis.md 1`, `2`, `5`). */
export function createV1(setting: V1Setting): Endpoint {
  const { options, office, backend, application, credentials, baseUrl } = setting;
  const { clock, dice, ledger, faults, rights = allRights } = options;
  const tokens = new Tokens({ clock, lifetime: backend.tokenLifetime });
  const envelope = new Envelope({ clock, dice, backend });
  const { act } = office;
  return createEndpoint({
    ...{ system, baseUrl, dialect: envelope, tokens, act, ledger, faults, clock },
    lenient: true,
    admit: ({ headers }, kind) => {
      const known = kind !== 'token' && tokens.accepts(headers.get('authorization') ?? '');
      return known && !application.bucket.take() ? envelope.failure(429) : undefined;
    },
    routes: [
      tokenRoute({ tokens, clock, dice, credentials, backend, rights }),
      ...resourceRoutes((entity) => resourceOf(setting, envelope, entity)),
    ],
  });
}

function resourceOf({ options, office, backend }: V1Setting, envelope: Envelope, entity: string) {
  const { dice, replicaLag, ceilings = documentedCeilings } = options;
  const { store, views } = office;
  const table = store.table(entity);
  return {
    ...{ store, table, envelope, dice, backend },
    view: views.get(entity) ?? new RecordView(table.entity, { stamp: stampText }),
    ceiling: ceilings[entity] ?? Number.POSITIVE_INFINITY,
    replica: replicaLag === undefined ? {} : { ms: replicaLag },
  } satisfies Resource;
}
