import type { Act, Rewrite } from '../../fault-rule.ts';
import { all, type Spot, type Trouble, writesAt } from './trouble.ts';

const tenMinutes = 600_000;

/** Troubles with what happens to records and their stamps. */
export const recordTroubles = {
  'coarse stamps': ({ side }) => ({ code: 'F11', side, resolution: tenMinutes }),
  // A record without a stamp counts as changed when it is seen: who is later than a stamp from the future changes with time.
  'stamps ahead': ({ side, isStamped }) =>
    isStamped ? { code: 'F11', side, skew: tenMinutes } : undefined,
  'stamps behind': ({ side }) => ({ code: 'F11', side, skew: -tenMinutes }),
  'stamps all equal': ({ side, now }) => ({
    code: 'F11',
    side,
    fixed: new Date(now).toISOString(),
  }),
  'stamps in a zone': (spot) => ({ code: 'F11', ...all(spot), format: 'zone' }),
  'stamps with a fraction': (spot) => ({ code: 'F11', ...all(spot), format: 'fraction' }),
  'stamps left empty': (spot) => ({ code: 'F11', ...all(spot), format: 'null' }),
  'silent edits': (spot) => ({ code: 'F13', ...all(spot) }),
  'record touched': (spot) => acted('F13', spot, (id) => ({ do: 'touch', ...at(spot, id) })),
  'record changed by the system': (spot) =>
    acted('F13', spot, (id) => {
      const fields = values(spot, spot.mapped);
      return fields && { do: 'rewrite', ...at(spot, id), fields };
    }),
  'edited meanwhile': (spot) => edited(spot, spot.unmapped),
  'edited there and back': (spot) => edited(spot, spot.unmapped, {}),
  'record deleted meanwhile': (spot) =>
    acted('F17', spot, (id) => ({ do: 'delete', ...at(spot, id) })),
  'record erased': (spot) => acted('F17', spot, (id) => ({ do: 'erase', ...at(spot, id) })),
  'record brought back': (spot) =>
    acted('F17', { ...spot, linked: spot.deleted }, (id) => ({ do: 'revive', ...at(spot, id) })),
  'record merged away': (spot) => merged(spot, 'gone'),
  'record merged, redirecting': (spot) => merged(spot, 'redirect'),
  'record merged, answering': (spot) => merged(spot, 'alias'),
  'text in capitals': (spot) => rewritten(spot, 'upper'),
  'text cut': (spot) => rewritten(spot, 'truncate:14'),
  'value rejected': (spot) => judged(spot, 'reject'),
  'property read-only': (spot) => judged(spot, 'read-only'),
  'searches refused': (spot) => ({ code: 'F20', ...all(spot), how: 'filter' }),
} satisfies Readonly<Record<string, Trouble>>;

function at({ entity }: Spot, id: string) {
  return { entity, id } as const;
}

/** Something happens to the linked record before the next request of the entity. */
function acted(
  code: 'F13' | 'F17',
  spot: Spot,
  act: (id: string) => Act | undefined,
): ReturnType<Trouble> {
  const done = spot.linked === undefined ? undefined : act(spot.linked);
  return done && { code, ...all(spot), acts: [done] };
}

function values(
  { value }: Spot,
  property: string | undefined,
): Readonly<Record<string, ReturnType<Spot['value']>>> | undefined {
  return property === undefined ? undefined : { [property]: value(property) };
}

function edited(spot: Spot, property: string | undefined, back?: object): ReturnType<Trouble> {
  const fields = values(spot, property);
  if (fields === undefined) return undefined;
  const edit = { entity: spot.entity, fields };
  const aim = { code: 'F14', ...writesAt(spot), write: 'update', edit } as const;
  return back === undefined ? aim : { ...aim, back: values(spot, property) ?? {} };
}

function merged(spot: Spot, shows: 'gone' | 'redirect' | 'alias'): ReturnType<Trouble> {
  const { linked: id, other: into, entity } = spot;
  if (id === undefined || into === undefined || id === into) return undefined;
  return { code: 'F17', ...all(spot), merge: { entity, id, into, shows } };
}

function rewritten(spot: Spot, rewrite: Rewrite): ReturnType<Trouble> {
  const { mapped: property } = spot;
  return property === undefined ? undefined : { code: 'F15', ...all(spot), property, rewrite };
}

function judged(spot: Spot, how: 'reject' | 'read-only'): ReturnType<Trouble> {
  const { mapped: property } = spot;
  return property === undefined ? undefined : { code: 'F20', ...all(spot), property, how };
}
