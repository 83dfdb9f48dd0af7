import { expect, test } from 'vitest';
import type { RequestEntry } from '../../evidence/ledger.ts';
import { createUnanswered } from './unanswered.ts';

const write: RequestEntry = {
  ...{ kind: 'request', seq: 1, at: 0, system: 'Globex', method: 'PATCH', url: '/contacts/9' },
  ...{ mutating: true, request: '{"a":1}', status: 200, response: '{}', refused: false },
};

/** What is known once this, and later the write again, was taken in. */
function after(first: Partial<RequestEntry>) {
  const unanswered = createUnanswered();
  unanswered.take([{ ...write, ...first }]);
  return unanswered;
}

test.for<[why: string, first: Partial<RequestEntry>, lost: boolean]>([
  ['nothing came back', { status: 0 }, true],
  ['it broke inside', { status: 500 }, true],
  ['the gateway gave up', { status: 504 }, true],
  ['it was refused', { status: 499 }, false],
  ['all is well', {}, false],
  ['it was done and then throttled', { status: 429, fault: 'F6: done' }, true],
  ['fields were not told', { fault: 'F16: fields left out' }, true],
  ['it was held back', { fault: 'F21: held back' }, true],
  ['it was answered with an older state', { fault: 'F1: an older state' }, false],
  ['it was stored by another rule', { fault: 'F15: stored by trim' }, false],
  ['it wrote nothing', { status: 0, mutating: false }, false],
])('Whether an answer is lost where %s: %j is %s', ([, first, lost]) => {
  expect(after(first).isLost(1)).toBe(lost);
  expect(after(first).isRepeated({ ...write, seq: 5 })).toBe(lost);
});

test('Only the very same write, sent later, is sent again', () => {
  const unanswered = after({ seq: 3, status: 0 });
  unanswered.take([{ ...write, seq: 6, status: 0 }]);
  const isRepeated = (again: Partial<RequestEntry>) =>
    unanswered.isRepeated({ ...write, seq: 5, ...again });
  expect(isRepeated({})).toBe(true);
  expect(isRepeated({ seq: 3 })).toBe(false);
  expect(isRepeated({ seq: 2 })).toBe(false);
  for (const other of [
    { system: 'Acme' },
    { method: 'POST' },
    { url: '/contacts/8' },
    { request: '{"a":2}' },
  ]) {
    expect(isRepeated(other)).toBe(false);
  }
});

test('Of a change that no request made no answer was lost', () => {
  expect(after({ status: 0 }).isLost(undefined)).toBe(false);
  expect(after({ status: 0 }).isLost(2)).toBe(false);
});

test('A part of a write whose answer was lost is sent again, and more than that is not', () => {
  const unanswered = after({ seq: 3, status: 0, request: '{"id":9,"a":1,"b":"x"}' });
  const isRepeated = (request: string, seq = 5) =>
    unanswered.isRepeated({ ...write, seq, request });
  expect(isRepeated('{"b":"x","id":9}')).toBe(true);
  expect(isRepeated('{"b":"x","id":9}', 2)).toBe(false);
  expect(isRepeated('{"b":"y","id":9}')).toBe(false);
  expect(isRepeated('{"b":"x","id":9,"c":2}')).toBe(false);
  expect(['{}', '[1]', '7', 'no JSON'].map((body) => isRepeated(body))).toEqual(
    Array.from({ length: 4 }, () => false),
  );
});

test('What a write was to put into a record is known though its answer was lost', () => {
  const unanswered = after({ seq: 3, status: 0, request: '{"town":"","rank":7}' });
  const contact = { system: 'Globex', entity: 'Contact', id: '9' };
  const wasToPut = (meant: object, record: object = {}) =>
    unanswered.wasToPut(
      { ...contact, ...record },
      { property: 'town', value: null, seq: 4, ...meant },
    );
  expect(wasToPut({})).toBe(true);
  expect(wasToPut({ property: 'rank', value: 7 })).toBe(true);
  expect(wasToPut({ property: 'rank' })).toBe(false);
  expect(wasToPut({ value: 'Oslo' })).toBe(false);
  expect(wasToPut({ property: 'city' })).toBe(false);
  expect(wasToPut({ seq: 3 })).toBe(false);
  expect(wasToPut({}, { id: '8' })).toBe(false);
  expect(wasToPut({}, { system: 'Acme' })).toBe(false);
});
