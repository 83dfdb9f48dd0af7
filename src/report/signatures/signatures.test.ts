import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../fixtures/results/any-text.ts';
import { checkOf, requirementOf, resultOf, sectionOf } from '../../../fixtures/results/builders.ts';
import { start } from '../../../fixtures/results/exchanges.ts';
import type { RequirementResult, Result } from '../result/model.ts';
import { parseSignoff, serializeSignoff } from './parse-signoff.ts';
import { type Signing, sign } from './sign.ts';
import { type Standing, verify } from './verify.ts';

const [one, two] = [requirementOf({ id: 'one' }), requirementOf({ id: 'two' })];
const signing: Signing = {
  requirements: ['one', 'two'],
  name: 'Kari',
  role: 'QA lead',
  remark: '',
  rejects: false,
  at: start,
};

function resultWith(first: RequirementResult, over: Partial<Result> = {}): Result {
  return resultOf({ sections: [sectionOf({ requirements: [first, two] })], ...over });
}

const signed = sign(resultWith(one), signing);

/** What became of both signatures when the result is this one instead. */
function after(result: Result): readonly (Standing['state'] | undefined)[] {
  const { standings } = verify(result, signed);
  return ['one', 'two'].map((id) => standings.get(id)?.state);
}

function reasonIn(result: Result): string | undefined {
  return verify(result, signed).standings.get('one')?.signatures[0]?.lapses.join(' ');
}

test('what was signed stays signed while nothing changes, in another run too', () => {
  const { run } = resultOf();
  expect(after(resultWith(one, { run: { ...run, started: '2027-01-01T00:00:00.000Z' } }))).toEqual([
    'signed',
    'signed',
  ]);
  const [examined] = verify(resultWith(one), signed).standings.get('one')?.signatures ?? [];
  expect(examined?.sameResult).toBe(true);
});

test.each([
  ['words', requirementOf({ id: 'one', text: 'Some records.' }), '"Some records." now'],
  ['kind', requirementOf({ id: 'one', kind: 'both-ways' }), 'What its words are about changed'],
  ['verdict', requirementOf({ id: 'one', verdict: 'blocked' }), 'passed before, blocked now'],
  [
    'checks',
    requirementOf({ id: 'one', checks: [checkOf(), checkOf({ id: 'another' })] }),
    'Its checks changed.',
  ],
])('when its %s change, that signature lapses and no other, and says why', (_, first, why) => {
  expect(after(resultWith(first))).toEqual(['lapsed', 'signed']);
  expect(reasonIn(resultWith(first))).toContain(why);
});

test.each(['merge', 'adopt-or-create', 'link-first'] as const)(
  'when the table changes by which records match, a signature for %s lapses, and no other',
  (kind) => {
    const [matching, other] = [requirementOf({ id: 'one', kind }), requirementOf({ id: 'two' })];
    const tabled = (target: string) =>
      resultOf({
        sections: [
          sectionOf({
            mergeOn: [{ source: 'email', target, line: 40 }],
            requirements: [matching, other],
          }),
        ],
      });
    const before = sign(tabled('emailAddress'), signing);
    const { standings } = verify(tabled('code'), before);
    expect(['one', 'two'].map((id) => standings.get(id)?.state)).toEqual(['lapsed', 'signed']);
    expect(standings.get('one')?.signatures[0]?.lapses).toEqual([
      'What its words are about changed: the entities, or the table that goes with them.',
    ]);
  },
);

test('another engine and another contract make every signature lapse', () => {
  const { run, contracts } = resultOf();
  const other = resultWith(one, { run: { ...run, engine: 'Acme Sync 2' } });
  expect(after(other)).toEqual(['lapsed', 'lapsed']);
  expect(reasonIn(other)).toContain('"Acme Sync 2" now');
  const source = '6'.repeat(64);
  const api = resultWith(one, { contracts: { target: '', ...contracts, source } });
  expect(reasonIn(api)).toBe("What the source system's API is taken to do changed.");
});

test('evidence alone, or a line that moved, changes no signature', () => {
  expect(after(resultWith({ ...one, line: 99, reason: 'Otherwise.' }))).toEqual([
    'signed',
    'signed',
  ]);
});

test('without contracts nothing counts as signed, and nothing can be signed', () => {
  const { contracts: _, ...result } = resultWith(one);
  expect(after(result)).toEqual(['lapsed', 'lapsed']);
  expect(() => sign(result, signing)).toThrow(expect.objectContaining({ code: 'results' }));
});

test('a signature that was altered afterwards is none', () => {
  const signatures = signed.signatures.map((each) => ({ ...each, name: 'Somebody else' }));
  const { standings } = verify(resultWith(one), { ...signed, signatures });
  expect(standings.get('one')).toMatchObject({
    state: 'altered',
    signatures: [{ lapses: ['The signature was altered after it was given.'] }],
  });
});

test('what did not pass is signed with a remark only, and a manual row is answered by one', () => {
  const manual = resultWith(requirementOf({ id: 'one', verdict: 'manual', checks: [] }));
  const failed = resultWith(requirementOf({ id: 'one', verdict: 'failed' }));
  for (const result of [manual, failed]) {
    expect(() => sign(result, signing)).toThrow(expect.objectContaining({ code: 'usage' }));
  }
  const said = { ...signing, remark: 'Looked at it.' };
  expect(sign(manual, said).signatures[0]?.decision).toBe('accepted');
  expect(sign(failed, said).signatures[0]?.decision).toBe('accepted with deviation');
});

test('a rejection stands against every acceptance, and a new signature replaces the old', () => {
  const rejecting = {
    ...signing,
    name: 'Ola',
    rejects: true,
    remark: 'No.',
    requirements: ['one'],
  };
  const both = sign(resultWith(one), rejecting, signed);
  expect(verify(resultWith(one), both).standings.get('one')?.state).toBe('rejected');
  const again = sign(resultWith(one), { ...rejecting, rejects: false, remark: '' }, both);
  expect(again.signatures).toHaveLength(3);
  expect(verify(resultWith(one), again).standings.get('one')?.state).toBe('signed');
});

test('a signature for what the document no longer has is told of', () => {
  const { gone } = verify(resultOf({ sections: [sectionOf({ requirements: [two] })] }), signed);
  expect(gone.map(({ requirement }) => requirement)).toEqual(['one']);
});

test.each([
  [{ name: ' ' }, 'a name'],
  [{ role: '' }, 'a role'],
  [{ requirements: ['three'] }, '"three"'],
])('a signing without what it needs is refused: %o', (over, what) => {
  expect(() => sign(resultWith(one), { ...signing, ...over })).toThrow(
    expect.objectContaining({ code: 'usage', message: expect.stringContaining(what) }),
  );
});

test('a file is read back as it was written, whatever stands in it', () => {
  fc.assert(
    fc.property(anyText, anyText, (name, remark) => {
      const signoff = sign(resultWith(one), { ...signing, name: `${name}.`, remark });
      const read = parseSignoff(serializeSignoff(signoff));
      expect(read).toEqual(signoff);
      expect(verify(resultWith(one), read).standings.get('one')?.state).toBe('signed');
    }),
    { numRuns: 50 },
  );
});

test.each(['', '{', '{"format":"syncproof-signoff/2","signatures":[]}', '{"signatures":[]}'])(
  'what is no sign-off is refused: %j',
  (text) => {
    expect(() => parseSignoff(text)).toThrow(expect.objectContaining({ code: 'usage' }));
  },
);
