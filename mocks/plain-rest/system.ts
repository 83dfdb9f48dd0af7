import type { Behaviour } from '../contract/behaviour.ts';
import { type Entity, plainContract } from '../contract/contract.ts';
import type { SystemContract } from '../contract/system-contract.ts';
import { drawn } from '../dice.ts';
import { createEndpoint } from '../http/endpoint.ts';
import { handlerOf } from '../http/interception.ts';
import type { Route } from '../http/route.ts';
import { Tokens } from '../http/tokens.ts';
import { createActor } from '../people/actor.ts';
import { createDesk } from '../people/desk.ts';
import { partyAt } from '../people/party.ts';
import { RecordView } from '../records/record-view.ts';
import { type Rules, Store } from '../records/store.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import { withArchive } from './archive.ts';
import { batchRoute } from './batch.ts';
import { changesRoute, Notices } from './changes.ts';
import type { Collection } from './collection.ts';
import { deletedRoute } from './deleted.ts';
import { stampText } from './kept.ts';
import { collectionName, hostName } from './names.ts';
import type { Offers } from './offers.ts';
import { plainRestDialect } from './problem.ts';
import { collectionRoutes } from './routes.ts';
import { tokenLifetime, tokenRoute } from './token-route.ts';

/** What makes one plain REST system differ from another. */
export interface PlainRestSetting extends TwinOptions {
  readonly system: string;
  readonly baseUrl: string;
  readonly entities: readonly Entity[];
  readonly behaviours: readonly Behaviour[];
  /** Nothing where it is left out. */
  readonly offers?: Offers;
  /** What the system knows of an entity beyond its properties; nothing where left out. */
  readonly rules?: (entity: Entity) => Rules;
}

/** A twin that speaks the plainest modern REST over the entities that it is given. */
export function createPlainRest(setting: PlainRestSetting): Twin {
  const { system, baseUrl, entities, clock, dice, ledger, faults } = setting;
  // Ids of different entities overlap on purpose, so that mixing up kinds is noticed.
  const firstId = (_: Entity, at: number): number => 1001 + 3 * at;
  const notices = new Notices(clock);
  const store: Store = new Store({
    ...setting,
    ledger: notices.listening(ledger, ({ entity, id }) => store.table(entity).get(Number(id))),
    resolution: 1,
    firstId,
  });
  for (const entity of entities) store.rule(entity.name, setting.rules?.(entity) ?? {});
  const views = new Map(
    entities.map((entity) => [entity.name, new RecordView(entity, { stamp: stampText })]),
  );
  const credentials = {
    clientId: `${hostName(system)}-client`,
    clientSecret: drawn('0123456789abcdef', 32, dice),
  };
  const tokens = new Tokens({ clock, lifetime: tokenLifetime });
  const desk = createDesk(store, views);
  const collections = collectionsOf(setting, { store, views, notices });
  refuseSharedPaths(collections);
  const routes = [
    tokenRoute({ tokens, dice, credentials }),
    ...collections.flatMap((collection) => [
      ...offeredRoutes(collection, { ...setting, notices }),
      ...collectionRoutes(collection),
    ]),
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
    contract: { ...plainContract(setting), ...offered(setting) },
    behaviours: setting.behaviours,
  };
}

function collectionsOf(
  { baseUrl, offers = {} }: PlainRestSetting,
  from: {
    readonly store: Store;
    readonly views: ReadonlyMap<string, RecordView>;
    readonly notices: Notices;
  },
): readonly Collection[] {
  const { store, views, notices } = from;
  return [...views].map(([name, view]) => {
    const path = `/${collectionName(name)}`;
    const table = store.table(name);
    const shown: Collection['shown'] = (lag) => {
      const live = table.asOf(lag);
      return offers.archives ? withArchive(live, notices.archived(name)) : live;
    };
    return { store, table, view, shown, path, url: `${baseUrl}${path}` };
  });
}

function offered({ offers = {} }: PlainRestSetting): Pick<SystemContract, 'offers'> {
  const names = (['batches', 'notifications', 'tombstones', 'archives'] as const).filter(
    (name) => offers[name] !== undefined,
  );
  return names.length === 0 ? {} : { offers: names };
}

/** Their paths could be taken for records' and so stand in front. */
function offeredRoutes(
  collection: Collection,
  { offers = {}, notices, ...system }: PlainRestSetting & { readonly notices: Notices },
): readonly Route[] {
  const { batches, notifications, tombstones: keptFor } = offers;
  return [
    ...(batches ? [batchRoute(collection)] : []),
    ...(notifications ? [changesRoute(collection, notices)] : []),
    ...(keptFor === undefined ? [] : [deletedRoute(collection, { ...system, keptFor })]),
  ];
}

/** Two entities whose names differ only in what paths leave out could not be told apart. */
function refuseSharedPaths(collections: readonly Collection[]): void {
  const paths = new Set(collections.map(({ path }) => path));
  if (paths.size < collections.length) {
    const names = collections.map(({ table }) => table.entity.name).join(', ');
    throw new Error(`Some of these entities share a path, rename one: ${names}`);
  }
}
