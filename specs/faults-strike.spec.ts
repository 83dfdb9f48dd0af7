import { expect, test } from 'vitest';
import type { Check, Subject } from '../src/harness/checks/check.ts';
import type { FaultRule } from '../src/harness/fault-rule.ts';
import { runCheck } from '../src/harness/stage/run-check.ts';
import type { World } from '../src/harness/world.ts';
import { documents } from './faulty-engines/documents.ts';
import { playable, subjectOf } from './subject.ts';
import { createWorld } from './world.ts';

/** A fault of what people do strikes there, and not in a request. */
const ofPeople: ReadonlySet<FaultRule['code']> = new Set(['F11', 'F12', 'F13', 'F15']);

/** Checks whose fault is there to strike an engine that does what it must not do. */
const traps: ReadonlySet<string> = new Set(['deleted-and-done']);

const { contacts } = documents;

interface Scene {
  readonly check: Check;
  readonly subject: Subject;
}

const scenes: readonly Scene[] = contacts.dataflow.sections.flatMap((section) =>
  section.requirements.flatMap((requirement) => {
    const subject = subjectOf(contacts, section, requirement);
    return playable(contacts, { requirement, subject }).map((check) => ({ check, subject }));
  }),
);

const checks = new Map(scenes.map((scene) => [scene.check.id, scene]));

test.for([...checks.values()].filter(({ check: { id, thorough } }) => !thorough && !traps.has(id)))(
  'Every fault that $check.id brings about strikes the engine: else its green would mean nothing',
  async (scene) => {
    expect((await idleFaults(scene)).map((rule) => JSON.stringify(rule))).toEqual([]);
  },
);

/** The faults that a check brought about and that fell on no request while they were in force. */
async function idleFaults({ check, subject }: Scene): Promise<readonly FaultRule[]> {
  const world = await createWorld({ ...contacts, seed: 1 });
  const { ledger, faults } = world;
  const inForce: { rule: FaultRule; from: number }[] = [];
  const idle: FaultRule[] = [];
  const settle = (): void => {
    for (const { rule, from } of inForce.splice(0)) if (!struck(world, rule, from)) idle.push(rule);
  };
  const inject: World['faults']['inject'] = (rule) => {
    inForce.push({ rule, from: ledger.entries.length });
    faults.inject(rule);
  };
  const clear = (): void => {
    settle();
    faults.clear();
  };
  await runCheck({ world: { ...world, faults: { inject, clear } }, check, subject });
  settle();
  return idle.filter(({ code }) => !ofPeople.has(code));
}

function struck({ ledger }: World, { code }: FaultRule, from: number): boolean {
  return ledger.entries
    .slice(from)
    .some((entry) => entry.kind === 'request' && entry.fault?.split('; ').some(isOf(code)));
}

function isOf(code: FaultRule['code']): (words: string) => boolean {
  return (words) => words.startsWith(`${code}:`);
}
