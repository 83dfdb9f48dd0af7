import { createActor } from '../actor.ts';
import type { Behaviour } from '../behaviour.ts';
import { type Entity, plainContract } from '../contract.ts';
import { createDesk } from '../desk.ts';
import { drawn } from '../dice.ts';
import { createEndpoint } from '../endpoint.ts';
import { handlerOf } from '../interception.ts';
import { partyAt } from '../party.ts';
import { RecordView } from '../record-view.ts';
import { Store } from '../store.ts';
import { Tokens } from '../tokens.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import type { Collection } from './collection.ts';
import { stampText } from './kept.ts';
import { collectionName, hostName } from './names.ts';
import { plainRestDialect } from './problem.ts';
import { collectionRoutes } from './routes.ts';
import { tokenLifetime, tokenRoute } from './token-route.ts';

/** What makes one plain REST system differ from another. */
export interface PlainRestSetting extends TwinOptions {
  readonly system: string;
  readonly baseUrl: string;
  readonly entities: readonly Entity[];
  readonly behaviours: readonly Behaviour[];
}

/** A twin that speaks the plainest modern REST over the entities that it is given. */
export function createPlainRest(setting: PlainRestSetting): Twin {
  const { system, baseUrl, entities, clock, dice, ledger, faults } = setting;
  // Ids of different entities overlap on purpose, so that mixing up kinds is noticed.
  const firstId = (_: Entity, at: number): number => 1001 + 3 * at;
  const store = new Store({ ...setting, resolution: 1, firstId });
  const views = new Map(
    entities.map((entity) => [entity.name, new RecordView(entity, { stamp: stampText })]),
  );
  const credentials = {
    clientId: `${hostName(system)}-client`,
    clientSecret: drawn('0123456789abcdef', 32, dice),
  };
  const tokens = new Tokens({ clock, lifetime: tokenLifetime });
  const desk = createDesk(store, views);
  const collections = [...views].map(([name, view]): Collection => {
    const path = `/${collectionName(name)}`;
    return { store, table: store.table(name), view, path, url: `${baseUrl}${path}` };
  });
  refuseSharedPaths(collections);
  const routes = [
    tokenRoute({ tokens, dice, credentials }),
    ...collections.flatMap((collection) => collectionRoutes(collection)),
  ];
  const dialect = plainRestDialect;
  const endpoint = createEndpoint({
    ...{ system, baseUrl, routes, dialect, tokens, ledger, faults, clock },
    act: createActor({ store, desk }),
    lenient: false,
  });
  return {
    system,
    baseUrl,
    credentials,
    endpoints: [endpoint],
    handlers: [handlerOf(endpoint)],
    party: partyAt(system, desk),
    contract: plainContract(setting),
    behaviours: setting.behaviours,
  };
}

/** Two entities whose names differ only in what paths leave out could not be told apart. */
function refuseSharedPaths(collections: readonly Collection[]): void {
  const paths = new Set(collections.map(({ path }) => path));
  if (paths.size < collections.length) {
    const names = collections.map(({ table }) => table.entity.name).join(', ');
    throw new Error(`Some of these entities share a path, rename one: ${names}`);
  }
}
