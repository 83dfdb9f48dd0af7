import { all, type Spot, type Trouble } from './trouble.ts';

/** As long as the settings say that replicas may lag, less what a request takes, in milliseconds. */
const lag = 4_000;

/** The seed of an order that is drawn anew for each list. */
const order = 7;

/** Troubles with what readers are shown. */
export const readingTroubles = {
  'reads lagging': (spot) => ({ code: 'F1', ...all(spot), ms: lag }),
  'reads lagging now and then': (spot) => ({ code: 'F1', ...all(spot), ms: lag, freshEvery: 2 }),
  'lists lagging': (spot) => ({ code: 'F1', ...all(spot), read: 'list', ms: lag }),
  'endpoint forbidden': (spot) => ({ code: 'F8', ...all(spot), times: spot.times }),
  'record forbidden': (spot) => withheld(spot, 403),
  'record out of sight': (spot) => withheld(spot, 404),
  'short pages': (spot) => ({ code: 'F9', ...all(spot), how: 'cap', rows: 1 }),
  'empty page': (spot) => ({ code: 'F9', ...all(spot), read: 'list', how: 'empty' }),
  'page repeated': (spot) => ({ code: 'F9', ...all(spot), read: 'list', how: 'repeat' }),
  'place in the list lost': (spot) => ({ code: 'F9', ...all(spot), how: 'expired' }),
  'long lists refused': (spot) => ({ code: 'F9', ...all(spot), how: 'fail', rows: 1 }),
  'long lists cut': (spot) => ({ code: 'F9', ...all(spot), read: 'list', how: 'cut', rows: 1 }),
  'rows in another order': (spot) => ({ code: 'F10', ...all(spot), reorder: true, seed: order }),
  'row shown twice': (spot) => [
    { code: 'F9', ...all(spot), how: 'cap', rows: 1 },
    { code: 'F10', ...all(spot), twice: true, times: 'always' },
  ],
  'record made while listing': (spot) => ({
    code: 'F10',
    ...all(spot),
    acts: [{ do: 'create', entity: spot.entity, fields: spot.record() }],
  }),
  'record deleted while listing': (spot) =>
    withLinked(spot, (id) => ({
      code: 'F10',
      ...all(spot),
      acts: [{ do: 'delete', entity: spot.entity, id }],
    })),
  'changes shown late': (spot) => ({ code: 'F12', ...all(spot), ms: lag }),
  'lists reversed': (spot) => ({ code: 'F16', ...all(spot), how: 'reverse' }),
  'unknown property': (spot) => ({
    code: 'F16',
    ...all(spot),
    how: 'set',
    property: 'brandNew',
    value: '"soon"',
  }),
  'number shown as text': (spot) =>
    spot.mapped === undefined
      ? undefined
      : { code: 'F16', ...all(spot), how: 'text', property: spot.mapped },
} satisfies Readonly<Record<string, Trouble>>;

function withheld(spot: Spot, answer: 403 | 404): ReturnType<Trouble> {
  return withLinked(spot, (id) => ({ code: 'F8', ...all(spot), ids: [id], answer }));
}

function withLinked(
  { linked }: Spot,
  rule: (id: string) => ReturnType<Trouble>,
): ReturnType<Trouble> {
  return linked === undefined ? undefined : rule(linked);
}
