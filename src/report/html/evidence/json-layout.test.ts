import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutJson } from './json-layout.ts';

const filler = 'x'.repeat(80);

test('members stand on lines of their own, in the spelling of the wire', () => {
  const body = `{"a":1.0,"b":[1e3,{"c":"\\u00e5{,"}],"d":{},"e":"${filler}"}`;
  expect(layOutJson(body)).toBe(
    `{\n  "a": 1.0,\n  "b": [\n    1e3,\n    {\n      "c": "\\u00e5{,"\n    }\n  ],\n  "d": {},\n  "e": "${filler}"\n}`,
  );
});

test.each(['', '{"a":1}', `{"a":"${filler}"`, `<p>${filler}</p>`, `{\n"a":"${filler}"}`])(
  'what is short, no JSON or has lines already stays: %s',
  (body) => {
    expect(layOutJson(body)).toBe(body);
  },
);

test('any JSON means the same afterwards, and loses nothing but blanks', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const body = JSON.stringify([value, filler]);
      const laidOut = layOutJson(body);
      expect(JSON.stringify(JSON.parse(laidOut))).toBe(JSON.stringify(JSON.parse(body)));
      expect(laidOut.replaceAll(/\s/g, '')).toBe(body.replaceAll(/\s/g, ''));
    }),
  );
});
