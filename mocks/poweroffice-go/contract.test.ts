import { expect, test } from 'vitest';
import { createBench } from '../bench.ts';

const { contract } = createBench().office;

function property(entity: string, name: string) {
  return contract.entities
    .find((each) => each.name === entity)
    ?.properties.find((each) => each.name === name);
}

test('entities have the names of documents, their parents, and their modification time', () => {
  const shapes = contract.entities.map(({ name, parent, modifiedAt }) => [
    name,
    parent,
    modifiedAt,
  ]);
  expect(shapes.sort()).toEqual([
    ['Contactperson', 'Customer', 'lastChanged'],
    ['Customer', undefined, 'lastChanged'],
    ['HourType', undefined, 'lastChanged'],
    ['Project', undefined, 'lastChanged'],
    ['Projectactivity', 'Project', undefined],
    ['Supplier', undefined, 'lastChanged'],
    ['Timetrackingactivity', undefined, 'lastChanged'],
  ]);
});

test('2.1: an activity has required type, code and name, and their limits', () => {
  expect(property('Timetrackingactivity', 'code')).toEqual({
    ...{ name: 'code', type: 'string', readOnly: false, required: true, unique: true },
    ...{ maxLength: 50, source: 'apis.md 2.1' },
  });
  expect(property('Timetrackingactivity', 'activityType')).toMatchObject({
    type: 'enum',
    required: true,
    values: [100, 200, 250, 300, 301, 302, 400, 500, 600, 700],
  });
});

test('2.2: a project activity’s name is read-only and lives in the activity', () => {
  expect(property('Projectactivity', 'name')).toMatchObject({
    readOnly: true,
    coupledTo: {
      ...{ entity: 'Timetrackingactivity', property: 'name' },
      ...{ ownKey: 'activityCode', theirKey: 'code' },
    },
  });
  expect(property('Projectactivity', 'projectCode')?.readOnly).toBe(true);
});

test('2.4: a contact person has one phone number, and lengths are not known', () => {
  expect(property('Contactperson', 'phoneNumber')).toMatchObject({ type: 'string' });
  expect(property('Contactperson', 'phoneNumber')).not.toHaveProperty('maxLength');
  expect(property('Contactperson', 'lastName')).toMatchObject({
    required: true,
    assumed: expect.any(String),
  });
  expect(property('Contactperson', 'partyId')?.readOnly).toBe(true);
});

test('S20: externalCode is a number on customers and projects, a text on contact persons', () => {
  const types = ['Customer', 'Project', 'Contactperson'].map(
    (e) => property(e, 'externalCode')?.type,
  );
  expect(types).toEqual(['integer', 'integer', 'string']);
});
