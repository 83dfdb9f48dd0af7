import type { Properties } from '../../value.ts';
import { isTraceable } from '../basis/traceable.ts';
import type { FaultRule } from '../fault-rule.ts';
import type { Stage } from '../stage/stage.ts';
import type { Check } from './check.ts';
import { newLinkable } from './linkable.ts';
import { problemsSince } from './said.ts';

/** Each way in which a create comes to nothing, and so is told of. */
const troubles: readonly ((entity: string) => FaultRule)[] = [
  (entity) => ({ code: 'F2', side: 'target', entity, write: 'create' }),
  (entity) => ({ code: 'F3', side: 'target', entity, write: 'create', answer: 500 }),
  (entity) => ({ code: 'F4', side: 'target', entity, write: 'create' }),
  (entity) => ({ code: 'F5', side: 'target', entity, write: 'create', how: 'html' }),
  (entity) => ({ code: 'F6', side: 'target', entity, write: 'create' }),
  (entity) => ({ code: 'F7', side: 'target', entity, write: 'create', times: 2 }),
];

/** Shorter texts are found in any sentence. */
const telling = 8;

const keepsSecrets: Check = {
  id: 'reports-hold-no-secrets',
  kind: 'every',
  applies: ({ bench }) => isTraceable(bench),
  title: ({ bench }) =>
    `Whatever goes wrong with one ${bench.section.target} record, what the engine reports of it holds no key, no token, and nothing of what was typed`,
  play: async (stage) => {
    const typed = new Set<string>();
    const before = stage.reports.length;
    for (const trouble of troubles) {
      const id = await newLinkable(stage);
      for (const text of texts(await stage.source.read(id), id)) typed.add(text);
      stage.fault(trouble(stage.bench.entity.target));
      await stage.cycle();
      stage.mend();
      await stage.cycle(2);
    }
    const said = problemsSince(stage, before).map(({ reason }) => reason);
    stage.expect({ holds: said.length > 0, message: 'the engine reports nothing of what failed' });
    for (const reason of said) expectDiscreet(stage, { reason, typed });
    await stage.sweep();
  },
};

/** What people typed into a record and nobody would write by chance; its id and times are the system's. */
function texts(record: Properties, id: string): readonly string[] {
  return Object.values(record).flatMap((value) =>
    typeof value === 'string' && value !== id && value.length >= telling && !isStamp(value)
      ? [value]
      : [],
  );
}

function isStamp(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text);
}

interface Said {
  readonly reason: string;
  readonly typed: ReadonlySet<string>;
}

function expectDiscreet(stage: Stage, { reason, typed }: Said): void {
  const found = [...typed].find((text) => reason.includes(text));
  stage.expect({
    holds: found === undefined,
    message: 'the engine reports what a user typed, to whoever reads its log',
    found: JSON.stringify(found),
  });
  stage.expect({
    holds: stage.world.gate.text(reason) === reason && !/bearer\s+\S/i.test(reason),
    message: 'the engine reports a key or a token, to whoever reads its log',
  });
}

/** What may stand in logs. */
export const discretionChecks: readonly Check[] = [keepsSecrets];
