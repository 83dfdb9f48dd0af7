import { expect, test } from 'vitest';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { realisticResult } from '../../../fixtures/results/realistic.ts';
import type { RequirementResult } from './model.ts';
import { verified } from './verified.ts';

function withRequirements(...requirements: readonly RequirementResult[]) {
  return resultOf({ outcome: 'not accepted', sections: [sectionOf({ requirements })] });
}

test('an honest result comes back the same', () => {
  expect(verified(realisticResult())).toEqual(realisticResult());
});

test('a requirement that passed without a check is refused', () => {
  const result = withRequirements(requirementOf({ id: 'a', checks: [] }));
  expect(() => verified(result)).toThrow(
    expect.objectContaining({ code: 'results', message: expect.stringContaining('a: passed') }),
  );
});

test.each(['blocked', 'untested', 'waived', 'manual'] as const)(
  'a requirement that passed on nothing but %s checks is refused',
  (verdict) => {
    const result = withRequirements(requirementOf({ checks: [checkOf({ verdict })] }));
    expect(() => verified(result)).toThrow(expect.objectContaining({ code: 'results' }));
  },
);

test('a requirement that passed beside a failed check is refused', () => {
  const checks = [checkOf(), checkOf({ id: 'other', verdict: 'failed' })];
  expect(() => verified(withRequirements(requirementOf({ checks })))).toThrow(/other failed/);
});

test('an unknown verdict is refused by its path', () => {
  const result = withRequirements(requirementOf());
  const text = JSON.stringify(result).replace('"passed"', '"fine"');
  expect(() => verified(JSON.parse(text))).toThrow(/sections\[0\]\.requirements\[0\]\.verdict/);
});

test('two requirements of one id, and two checks of one id, are refused', () => {
  expect(() => verified(withRequirements(requirementOf(), requirementOf()))).toThrow(
    /more than one/,
  );
  const twins = requirementOf({ checks: [checkOf(), checkOf()] });
  expect(() => verified(withRequirements(twins))).toThrow(/more than one/);
});

test.each([
  ['fault that was not tried', 'lost-page', 'creates-exactly-one', /not tried/],
  ['check that it does not have', 'zombie', 'gone', /does not have/],
])('a proof that names a %s is refused', (_, engine, check, said) => {
  const proof = { state: 'proved', catches: [{ engine, check, law: 'I7' }] } as const;
  const tried = [{ engine: 'zombie', fault: 'It makes a record again.', alarms: [] }];
  const result = { ...withRequirements(requirementOf({ proof })), tried };
  expect(() => verified(result)).toThrow(said);
});

test('an accepted result with a failed requirement is refused', () => {
  const result = { ...withRequirements(requirementOf({ verdict: 'failed' })), outcome: 'accepted' };
  expect(() => verified(result)).toThrow(/outcome/);
});
