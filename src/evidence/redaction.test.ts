import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEvidence } from '../../fixtures/results/any-evidence.ts';
import { evidenceOf } from '../../fixtures/results/exchanges.ts';
import { redactor } from './redaction.ts';

const canary = { name: 'access_token', value: 'canary/+ "7=ÆØÅ"\\end~xyz12' };
const { text, header, evidence } = redactor([canary]);
const mask = '[masked: access_token, 26 characters]';

test.each([
  ['as it is', canary.value],
  ['in JSON', JSON.stringify(canary.value).slice(1, -1)],
  ['in a URL', encodeURIComponent(canary.value)],
  [
    'in a URL, small hex',
    encodeURIComponent(canary.value).replaceAll(/%../g, (b) => b.toLowerCase()),
  ],
  ['in a form', new URLSearchParams({ a: canary.value }).toString().slice(2)],
  ['in base64', Buffer.from(canary.value).toString('base64')],
  ['in base64url', Buffer.from(canary.value).toString('base64url')],
])('a secret %s is masked', (_, spelled) => {
  expect(text(`<${spelled}>`)).toBe(`<${mask}>`);
});

test('a secret inside a longer base64 text is masked with all of that text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const spelled = Buffer.from(`${before}${canary.value}${after}`).toString('base64');
      expect(text(`Basic ${spelled}, more`)).toBe(`Basic ${mask}, more`);
    }),
  );
});

test('every occurrence is masked, and the rest stays', () => {
  expect(text(`a ${canary.value}${canary.value} b`)).toBe(`a ${mask}${mask} b`);
  expect(text('nothing secret')).toBe('nothing secret');
});

test('a secret that is part of another does not spoil its mask', () => {
  const both = redactor([
    { name: 'short', value: 'masked' },
    { name: 'long', value: 'masked-and-more' },
  ]);
  expect(both.text('masked-and-more masked')).toBe(
    '[masked: long, 15 characters] [masked: short, 6 characters]',
  );
});

test('overlapping secrets leave nothing of either', () => {
  const both = redactor([
    { name: 'a', value: 'abcdef123' },
    { name: 'b', value: '123uvwxyz' },
  ]);
  expect(both.text('<abcdef123uvwxyz>')).toBe('<[masked: a, 9 characters]>');
});

test.each(['Authorization', 'cookie', 'Set-Cookie', 'X-Api-Key', 'proxy-authorization'])(
  'the header %s is masked whole, whatever it holds',
  (name) => {
    expect(header(name, 'Bearer x')).toBe(`[masked: ${name.toLowerCase()}, 8 characters]`);
  },
);

test('other headers lose only the secrets in them', () => {
  expect(header('location', `/a?t=${encodeURIComponent(canary.value)}`)).toBe(`/a?t=${mask}`);
});

test('evidence is masked in every text', () => {
  const bytes = JSON.stringify(evidence(evidenceOf(canary.value, `x ${canary.value}`)));
  expect(bytes).not.toContain(JSON.stringify(canary.value).slice(1, -1));
  expect(bytes).toContain(mask);
});

test('evidence without a secret comes back the same', () => {
  fc.assert(
    fc.property(anyEvidence, (seen) => {
      expect(evidence(seen)).toEqual(seen);
    }),
    { numRuns: 30 },
  );
});

test('a secret too short to be told from ordinary text is refused', () => {
  expect(() => redactor([{ name: 'pin', value: '12345' }])).toThrow(
    expect.objectContaining({ code: 'settings' }),
  );
});

test('a secret that comes up later is masked from then on, and one too short is passed over', () => {
  const gate = redactor([]);
  const late = 'late-token-0123456789';
  expect(gate.text(late)).toBe(late);
  gate.learn({ name: 'access_token', value: late });
  gate.learn({ name: 'access_token', value: 'abc' });
  expect(gate.text(`Bearer ${late}`)).toBe('Bearer [masked: access_token, 21 characters]');
  expect(JSON.stringify(gate.evidence(evidenceOf(late, 'abc')))).not.toContain(late);
  expect(gate.text('abc')).toBe('abc');
});
