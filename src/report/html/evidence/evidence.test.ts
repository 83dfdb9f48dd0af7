import { expect, test } from 'vitest';
import { start } from '../../../../fixtures/results/exchanges.ts';
import { textOf } from '../../../../fixtures/results/page-reading.ts';
import type { Exchange, FieldRow } from '../../../evidence/evidence.ts';
import type { Markup } from '../../text/markup.ts';
import { bodiesInPlace } from './bodies.ts';
import { renderExchanges } from './exchanges.ts';
import { renderFields } from './fields.ts';
import { inPage } from './telling.ts';
import { renderTimeline } from './timeline.ts';
import { renderViolation } from './violation.ts';

const field: FieldRow = { record: 'A 1', property: 'p', before: '1', after: '1', mapped: true };
const exchange: Exchange = {
  number: 7,
  at: start,
  system: 'CRMOffice',
  method: 'PATCH',
  url: '/a?b=c',
  status: 204,
  request: '{"å":1}',
  response: '',
};

function read(markup: Markup): string {
  return textOf(`<body>${markup}`);
}

test('a changed field says so in words, even where only the type changed', () => {
  expect(read(renderFields([{ ...field, after: 1 }]))).toContain('p"1"1 changed');
  expect(read(renderFields([field]))).not.toContain('changed');
});

test('what is not mapped is folded and counted, but for what lost the value it had', () => {
  const others = [null, '1'].map((before) => ({ ...field, before, mapped: false }));
  const folded = renderFields([field, ...others]).toString();
  expect(folded).toContain('<summary>2 other properties, not mapped: unchanged or new</summary>');
  const changed = read(renderFields([{ ...field, mapped: false, after: null }]));
  expect(changed).toContain('p not mapped"1"empty emptied');
});

test('the timeline counts from its first step and names every lane', () => {
  const lanes = { source: 'CRM', engine: 'engine', target: 'Accounting' };
  const steps = [
    { at: start, lane: 'source', text: 'edits', exchanges: [] },
    { at: start + 1080, lane: 'engine', text: 'cycle 1', exchanges: [3, 4] },
    { at: start + 60_000, lane: 'target', text: 'unchanged', exchanges: [] },
  ] as const;
  const text = read(renderTimeline(steps, { lanes, ...inPage(bodiesInPlace) }));
  expect(text).toContain('What happened from 2026-11-23 08:00:00 UTC');
  expect(text).toContain('+0 sCRMedits');
  expect(text).toContain('+1.08 senginecycle 1 exchanges 3, 4');
  expect(text).toContain('+1 minAccountingunchanged');
});

test('an exchange shows both bodies and their sizes in bytes', () => {
  const text = read(renderExchanges([exchange], inPage(bodiesInPlace)));
  expect(text).toContain('7 PATCH /a?b=c → 204 CRMOffice, 8 B / 0 B');
  expect(text).toContain('Request{"å":1}');
  expect(text).toContain('Responseno body');
});

test('a broken connection and an injected fault are said in words', () => {
  const text = read(
    renderExchanges([{ ...exchange, status: 0, fault: 'F2: reset' }], inPage(bodiesInPlace)),
  );
  expect(text).toContain('→ no answer, the connection broke');
  expect(text).toContain('injected: F2: reset');
});

test('a violation shows the law, and the blanks that make the difference', () => {
  const text = read(renderViolation({ law: 'I2', message: 'Differs.', expected: 'A ', found: '' }));
  expect(text).toContain('I2\nDiffers.\nExpectedAspaceFoundnothing');
});
