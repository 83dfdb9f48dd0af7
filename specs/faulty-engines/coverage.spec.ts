import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { faultyEngines } from '../../fixtures/faulty-engines/all.ts';
import { catalogue } from '../../fixtures/faulty-engines/catalogue.ts';
import { outOfReach } from '../../fixtures/faulty-engines/out-of-reach.ts';
import { allChecks } from '../../src/harness/checks/registry.ts';
import { invariants } from '../../src/harness/invariants/judge.ts';

const folder = fileURLToPath(new URL('../../fixtures/faulty-engines', import.meta.url));

const alarms = faultyEngines.flatMap(({ caught }) => [...caught]);

/** Checks that no faulty engine is failed by, each with the reason: what catches nothing is called out. */
const idle: Readonly<Record<string, string>> = {};

test('Every check fails some faulty engine, or it is said why it fails none', () => {
  const catching = new Set(alarms.map(({ check }) => check));
  const silent = allChecks.filter(({ id }) => !catching.has(id)).map(({ id }) => id);
  expect(silent).toEqual(Object.keys(idle));
});

test('Every invariant is the first to ring for some faulty engine', () => {
  const ringing = new Set(alarms.map(({ laws }) => laws[0]));
  const silent = invariants.map(({ law }) => law).filter((law) => !ringing.has(law));
  expect(silent).toEqual([]);
});

test('Every law that an alarm names is the law of an invariant, or its own check', () => {
  const laws = new Set(invariants.map(({ law }) => law));
  const unknown = alarms.flatMap((alarm) =>
    alarm.laws.filter((law) => law !== alarm.check && !laws.has(law)),
  );
  expect(unknown).toEqual([]);
});

test('Every faulty engine of the folder is listed, under a name of its own, which is its file', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep))
    .filter(([room, file]) => room !== 'parts' && file !== undefined && file !== 'all.ts')
    .map(([, file]) => file?.replace(/\.ts$/, ''));
  const listed = faultyEngines.map(({ name }) => name);
  expect(listed.toSorted()).toEqual(files.toSorted());
});

test('What is out of reach is part of a row of the catalogue that is caught otherwise', () => {
  const caught = new Set(faultyEngines.map(({ row }) => row));
  const rows = catalogue.map(({ row }) => row).filter((row) => caught.has(row));
  expect(outOfReach.map(({ row }) => row).filter((row) => !rows.includes(row))).toEqual([]);
});
