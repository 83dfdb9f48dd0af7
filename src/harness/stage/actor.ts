import { SyncproofError } from '../../errors.ts';
import type { Recorder } from '../../evidence/recorder.ts';
import type { Side } from '../../settings.ts';
import type { Properties, Value } from '../../value.ts';
import { type Bench, inWords, recordName } from '../basis/bench.ts';
import { Blocked } from '../broken-promise.ts';
import { newValue } from '../watching/canary.ts';
import type { World } from '../world.ts';

/** A person at one of the two systems, working on the records of one section. */
export interface Actor {
  readonly side: Side;
  /** Makes a record as people do: every property filled, `fields` as given. Returns its id. */
  create(fields?: Properties): Promise<string>;
  /** Edits one record; an edit that the system refuses makes the check impossible. */
  edit(id: string, fields: Properties): Promise<void>;
  /** The same, where a refusal is an answer: true if the system took it. */
  tryEdit(id: string, fields: Properties): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** The record as the system shows it to people now; refuses one that is not there. */
  read(id: string): Promise<Properties>;
  value(id: string, property: string): Promise<Value>;
  exists(id: string): Promise<boolean>;
  /** What a person could type into a property of the record that it does not hold; refuses (`check`) an unknown one. */
  newValue(id: string, property: string): Promise<Value>;
}

interface ActorInput {
  readonly world: World;
  readonly bench: Bench;
  readonly side: Side;
  readonly recorder: Recorder;
  /** Called before each action: lets time pass, marks what was before. */
  readonly before: () => Promise<void>;
  /** Called with each record that comes into being. */
  readonly onCreate: (side: Side, id: string) => void;
}

export function createActor(input: ActorInput): Actor {
  const { world, bench, side, recorder } = input;
  const party = world.parties[side];
  const entity = bench.entity[side];
  const name = (id: string): string => inWords(recordName(bench, side, id));
  const act = async (text: string): Promise<void> => {
    await input.before();
    recorder.counts.edits += 1;
    recorder.step(side, text);
  };
  return {
    ...createReader(input),
    side,
    create: async (fields = {}) => {
      const record = { ...world.newRecord[side](entity), ...fields };
      await act(`A user creates ${bench.section[side]}: ${show(record)}`);
      const outcome = await party.create(entity, record);
      if (!outcome.ok) throw new Blocked(`${party.system} refuses the record: ${outcome.reason}`);
      input.onCreate(side, outcome.id);
      return outcome.id;
    },
    edit: async (id, fields) => {
      await act(`A user edits ${name(id)}: ${show(fields)}`);
      const outcome = await party.edit(entity, id, fields);
      if (!outcome.ok) throw new Blocked(`${party.system} refuses the edit: ${outcome.reason}`);
    },
    tryEdit: async (id, fields) => {
      await act(`A user tries to edit ${name(id)}: ${show(fields)}`);
      const outcome = await party.edit(entity, id, fields);
      if (!outcome.ok) recorder.step(side, `${party.system} refuses: ${outcome.reason}`);
      return outcome.ok;
    },
    remove: async (id) => {
      await act(`A user deletes ${name(id)}`);
      const outcome = await party.remove(entity, id);
      if (!outcome.ok) throw new Blocked(`${party.system} refuses the deletion: ${outcome.reason}`);
    },
  };
}

type Reader = Pick<Actor, 'read' | 'value' | 'exists' | 'newValue'>;

/** What a person sees without touching anything. */
function createReader({ world, bench, side }: ActorInput): Reader {
  const party = world.parties[side];
  const entity = bench.entity[side];
  const read: Actor['read'] = async (id) => {
    const record = await party.read(entity, id);
    if (record !== undefined) return record;
    throw new Blocked(`${inWords(recordName(bench, side, id))} is not there any more`);
  };
  const value: Actor['value'] = async (id, property) => (await read(id))[property] ?? null;
  return {
    read,
    value,
    exists: async (id) => (await party.read(entity, id)) !== undefined,
    newValue: async (id, property) => {
      const found = bench.property(side, property);
      if (found !== undefined) {
        return newValue(found, { dice: world.dice, unlike: await value(id, property) });
      }
      throw new SyncproofError('check', `${bench.section[side]} has no property ${property}`);
    },
  };
}

function show(fields: Properties): string {
  return Object.entries(fields)
    .map(([property, value]) => `${property} = ${JSON.stringify(value)}`)
    .join(', ');
}
