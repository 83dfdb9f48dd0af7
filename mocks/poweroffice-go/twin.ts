import { type Entity, plainContract } from '../contract.ts';
import { drawnGuid } from '../dice.ts';
import { createHandler } from '../endpoint.ts';
import { partyAt } from '../party.ts';
import { RecordView } from '../record-view.ts';
import { Store } from '../store.ts';
import { Tokens } from '../tokens.ts';
import type { Twin, TwinOptions } from '../twin.ts';
import { assumptions } from './assumptions.ts';
import { activity } from './contract/activity.ts';
import { contactPerson } from './contract/contact-person.ts';
import { customer } from './contract/customer.ts';
import { stampText } from './contract/kept.ts';
import { project } from './contract/project.ts';
import { projectActivity } from './contract/project-activity.ts';
import { createOfficeDesk } from './desk.ts';
import { Envelope } from './envelope.ts';
import { resourceRoutes } from './routes.ts';
import { addRules } from './rules.ts';
import { tokenLifetime, tokenRoute } from './token-route.ts';

const system = 'PowerOffice GO';
const baseUrl = 'https://poweroffice-go.test';
const entities: readonly Entity[] = [activity, project, projectActivity, customer, contactPerson];

/** PowerOffice GO v1 on its newer backend, as far as it is known (`apis.md 1`, `2`, `5`). */
export function createPowerOfficeGo(options: TwinOptions): Twin {
  const { clock, dice, ledger, faults } = options;
  // Ids of different entities overlap on purpose, so that mixing up kinds is noticed.
  const firstId = (_: Entity, at: number): number => 1003 + 3 * at;
  const store = new Store({ ...options, system, entities, resolution: 1000, firstId });
  addRules(
    store,
    entities.map(({ name }) => name),
  );
  const views = new Map(entities.map((entity) => [entity.name, new RecordView(entity, stampText)]));
  const credentials = { applicationKey: drawnGuid(dice), clientKey: drawnGuid(dice) };
  const tokens = new Tokens({ clock, lifetime: tokenLifetime });
  const envelope = new Envelope({ clock, dice });
  const desk = createOfficeDesk(store, views);
  const routes = [
    tokenRoute({ tokens, clock, dice, credentials }),
    ...resourceRoutes((name) => {
      const table = store.table(name);
      const view = views.get(name) ?? new RecordView(table.entity, stampText);
      return { store, table, view, envelope, dice };
    }),
  ];
  const handler = createHandler({
    ...{ system, baseUrl, routes, dialect: envelope, tokens, desk, ledger, faults },
    lenient: true,
  });
  return {
    system,
    baseUrl,
    credentials,
    handlers: [handler],
    party: partyAt(system, desk),
    contract: plainContract({ system, entities, assumptions }),
  };
}
