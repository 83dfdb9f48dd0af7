import type { Stage } from '../stage/stage.ts';
import type { Check, Subject } from './check.ts';
import { editAnew, expectArrived, firstRow } from './linked-pair.ts';
import { expectReported } from './said.ts';
import { several } from './several.ts';

/** How many records are made in one moment. */
const size = 10;

/** The record that is refused, by its place. */
const poison = 6;

function applies({ bench }: Subject): boolean {
  return bench.offers.target.has('batches');
}

const partlyRefused: Check = {
  id: 'batch-partly-refused',
  kind: 'every',
  applies,
  title: ({ bench }) =>
    `Of ${size} new records sent in one request ${size - 1} get their ${bench.section.target}; the one that is refused is reported, and arrives once it is accepted`,
  play: async (stage) => {
    fault(stage, { refused: [poison] });
    const ids = await makeMany(stage);
    await stage.rest();
    for (const [at, id] of ids.entries()) if (at !== poison) await stage.counterpart(id);
    const refused = ids.filter((id) => !stage.isPaired(id));
    for (const id of refused) expectReported(stage, id);
    stage.mend();
    await stage.sweep();
    await stage.rest();
    for (const id of ids) await stage.counterpart(id);
  },
};

const outOfOrder: Check = {
  id: 'batch-answered-out-of-order',
  kind: 'every',
  applies: (subject) => applies(subject) && subject.bench.rows.length > 0,
  title: () =>
    `Where the outcomes of one request for ${size} records come in another order, edits still reach each record’s own counterpart`,
  play: async (stage) => {
    fault(stage, { reversed: true });
    const ids = await makeMany(stage);
    await stage.rest();
    const row = firstRow(stage);
    for (const sourceId of ids) {
      const pair = { sourceId, targetId: await stage.counterpart(sourceId) };
      const value = await editAnew(stage, { pair, row, from: 'source' });
      await stage.cycle();
      await expectArrived(stage, { pair, row, from: 'source', value });
    }
  },
};

const cutShort = (answer: 429 | 503): Check => ({
  id: `batch-cut-short-by-${answer}`,
  kind: 'every',
  applies,
  title: ({ bench }) =>
    `Where a request for ${size} records is answered ${answer} after ${poison} of them were stored, each still gets one ${bench.section.target}`,
  play: async (stage) => {
    fault(stage, { cut: { after: poison, answer } });
    const ids = await makeMany(stage);
    await stage.cycle();
    await stage.rest();
    for (const id of ids) await stage.counterpart(id);
  },
});

type Trouble =
  | { readonly refused: readonly number[] }
  | { readonly reversed: true }
  | { readonly cut: { readonly after: number; readonly answer: 429 | 503 } };

/** The next batch goes wrong. */
function fault(stage: Stage, trouble: Trouble): void {
  const { target: entity } = stage.bench.entity;
  stage.fault({ code: 'F18', side: 'target', entity, ...trouble });
}

async function makeMany(stage: Stage): Promise<readonly string[]> {
  return stage.atOnce(() => several(size, () => stage.source.create()));
}

/** Several records made in one request, each of which comes to an end of its own. */
export const batchChecks: readonly Check[] = [
  partlyRefused,
  outOfOrder,
  cutShort(429),
  cutShort(503),
];
