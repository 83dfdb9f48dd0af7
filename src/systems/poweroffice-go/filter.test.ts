import { expect, test } from 'vitest';
import { allOf, anyOf, changedSince, equalTo } from './filter.ts';

test('names are in PascalCase and texts in quotes', () => {
  expect(equalTo({ property: 'emailAddress', value: 'a+b@x.test' })).toBe(
    "EmailAddress eq 'a+b@x.test'",
  );
});

test('quotes inside a text are doubled', () => {
  expect(equalTo({ property: 'name', value: "D'Arc' or 1 eq 1" })).toBe(
    "Name eq 'D''Arc'' or 1 eq 1'",
  );
});

test('a number for a text property is quoted, because codes of activities are texts', () => {
  expect(equalTo({ property: 'activityCode', value: 902 })).toBe("ActivityCode eq '902'");
});

test.each([17, '17', '9007199254740993', -2, '12.5'])('%j is a bare number', (value) => {
  expect(equalTo({ property: 'id', value, kind: 'number' })).toBe(`Id eq ${value}`);
});

test.each(['017', '', ' 17', '1e3', '17 or 1 eq 1', Number.NaN])(
  'no number property equals %j',
  (value) => {
    expect(equalTo({ property: 'id', value, kind: 'number' })).toBeUndefined();
  },
);

test('a date has the prefix of the old grammar', () => {
  expect(equalTo({ property: 'since', value: '2026-03-02', kind: 'date' })).toBe(
    "Since eq DateTime'2026-03-02'",
  );
  expect(equalTo({ property: 'since', value: 'today', kind: 'date' })).toBeUndefined();
});

test('a boolean is bare', () => {
  expect(equalTo({ property: 'isActive', value: true })).toBe('IsActive eq true');
});

test('a dotted path becomes a path of PascalCase names', () => {
  expect(equalTo({ property: 'mailAddress.zipCode', value: '0150' })).toBe(
    "MailAddress/ZipCode eq '0150'",
  );
});

test.each(['', 'name eq 1 or name', 'a..b', '1st'])('%j is refused as a property', (property) => {
  expect(() => equalTo({ property, value: 'x' })).toThrow(
    expect.objectContaining({ code: 'settings' }),
  );
});

test('each condition has its parentheses', () => {
  expect(allOf(['A eq 1', anyOf(['B eq 2', 'C eq 3'])])).toBe(
    '(A eq 1) and ((B eq 2) or (C eq 3))',
  );
});

test('changes are asked for with an offset literal without a zone', () => {
  expect(changedSince(Date.UTC(2026, 2, 2, 8, 5, 9, 700))).toBe(
    "LastChanged ge DateTimeOffset'2026-03-02T08:05:09'",
  );
});
