import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { faultyEngines } from '../../fixtures/faulty-engines/all.ts';
import { compare } from '../../src/harness/metamorphic/compare.ts';
import { relations } from '../../src/harness/metamorphic/relations.ts';
import { documents } from '../faulty-engines/documents.ts';
import { brokenRelations } from './broken-relations.ts';
import { worldsOf } from './in-world.ts';
import { randomStories, stories } from './stories.ts';

const seed = inject('seed');

/** No violation, and none of the relations has only told the plain story again. */
const held = {
  violations: [],
  twisted: Object.fromEntries(relations.map(({ name }) => [name, expect.toSatisfy(isPositive)])),
};

function isPositive(count: number): boolean {
  return count > 0;
}

describe('The reference engine ends a story the same way, whatever the circumstances', () => {
  const inWorld = worldsOf(documents.contacts);

  test.for(Object.entries(stories))('%s', async ([, story]) => {
    expect(await compare(relations, { inWorld, story, seed })).toEqual(held);
  });

  test.for(['contact-persons', 'adopting'] as const)('on the document "%s"', async (name) => {
    for (const story of Object.values(stories).slice(1)) {
      const inOther = worldsOf(documents[name]);
      expect(await compare(relations, { inWorld: inOther, story, seed })).toEqual(held);
    }
  });

  test('random stories', async () => {
    for (const story of fc.sample(randomStories, { numRuns: 2, seed })) {
      expect(await compare(relations, { inWorld, story, seed })).toEqual(held);
    }
  });
});

describe('Every relation is broken by some faulty engine', () => {
  test.for(brokenRelations)(
    '$relation by $engine',
    async ({ relation: name, engine: of, story }) => {
      const engine = faultyEngines.find((each) => each.name === of);
      const relation = relations.filter((each) => each.name === name);
      const inWorld = worldsOf(documents.contacts, engine);
      const { violations } = await compare(relation, { inWorld, story: stories[story], seed });
      expect(violations[0]?.law).toBe(name);
    },
  );

  test('none is left out', () => {
    const shown = brokenRelations.map(({ relation }) => relation);
    expect(shown).toEqual(relations.map(({ name }) => name));
  });
});

test('A story in which nothing is linked is refused: it would end the same way anyhow', async () => {
  const inWorld = worldsOf(documents.contacts);
  await expect(
    compare(relations, { inWorld, story: [{ kind: 'cycle' }], seed }),
  ).rejects.toMatchObject({ code: 'check' });
});
