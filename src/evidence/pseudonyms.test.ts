import { expect, test } from 'vitest';
import { evidenceOf } from '../../fixtures/results/exchanges.ts';
import { redactor } from './redaction.ts';

const key = 'a run of its own';
const personal = { properties: ['subject', 'name'], key };

test('a personal value stands under one pseudonym in fields, bodies, sentences and reasons', () => {
  const gate = redactor([], personal);
  const bytes = JSON.stringify(gate.evidence(evidenceOf('Åse Østby', 'Åse Østby')));
  const found = new Set(bytes.match(/\[value [0-9a-f]{8}\]/g));
  expect(bytes).not.toContain('Åse Østby');
  expect(found.size).toBe(1);
  expect(gate.text('Name of "Åse Østby" differs')).toBe(`Name of "${[...found][0]}" differs`);
});

test('different values have different pseudonyms, and other properties stay', () => {
  const bytes = JSON.stringify(redactor([], personal).evidence(evidenceOf('Ada', 'Grace')));
  expect(new Set(bytes.match(/\[value [0-9a-f]{8}\]/g)).size).toBe(3);
  expect(bytes).toContain('invoice');
});

test('without the key of the run a pseudonym tells nothing', () => {
  const [one, other] = [key, 'another run'].map((each) => {
    const { evidence } = redactor([], { ...personal, key: each });
    return JSON.stringify(evidence(evidenceOf('Ada', 'Ada')));
  });
  expect(one).not.toBe(other);
});

test('where every property is personal, none is shown', () => {
  const { evidence } = redactor([], { properties: 'all', key });
  const bytes = JSON.stringify(evidence(evidenceOf('Ada Lovelace', 'Bo')));
  for (const value of ['Ada Lovelace', '"Bo"', 'Østby', 'invoice', 'north']) {
    expect(bytes).not.toContain(value);
  }
});
