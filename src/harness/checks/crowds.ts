import { opposite, type Side } from '../../settings.ts';
import type { Value } from '../../value.ts';
import type { Pair } from '../watching/pairing.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { editAnew, expectArrived, linkedPairs } from './linked-pair.ts';
import { passLookBack } from './look-back.ts';
import { several } from './several.ts';

/** As many records as an import or a bulk edit touches in one moment: more than fit on a small page. */
const crowd = 12;

const madeInOneMoment: Check = {
  id: 'made-in-one-moment',
  kind: 'every',
  title: ({ bench }) =>
    `Of ${crowd} ${bench.section.source} records made in one moment, and one after them, none is passed over`,
  play: async (stage) => {
    const ids = await stage.atOnce(() => several(crowd, () => stage.source.create()));
    passLookBack(stage);
    const late = await stage.source.create();
    await stage.rest();
    for (const id of [...ids, late]) await stage.counterpart(id);
  },
};

const editedInOneMoment = (from: Side): Check => ({
  id: `edited-in-one-moment-${from}`,
  kind: 'property',
  title: (s) =>
    `Of ${crowd} edits of ${propertyName(s, from)} made in one moment, and one after them, each reaches its own ${propertyName(s, opposite(from))}`,
  play: async (stage, subject) => {
    const row = rowOf(subject);
    const [first, ...others] = await linkedPairs(stage, crowd);
    const values = new Map<Pair, Value>();
    await stage.atOnce(async () => {
      for (const pair of others) values.set(pair, await editAnew(stage, { pair, row, from }));
    });
    passLookBack(stage);
    values.set(first, await editAnew(stage, { pair: first, row, from }));
    await stage.rest();
    for (const [pair, value] of values) await expectArrived(stage, { pair, row, from, value });
  },
});

/** Many records that bear one modification time. */
export const crowdChecks: readonly Check[] = [
  madeInOneMoment,
  editedInOneMoment('source'),
  editedInOneMoment('target'),
];
