import type { Side } from '../../settings.ts';
import type { Check } from './check.ts';
import { propertyName, rowOf } from './edits.ts';
import { expectCarried, linkedPair } from './linked-pair.ts';
import { several } from './several.ts';

/** Ten minutes into the hour that clocks in Europe show twice, in the autumn of 2026. */
const autumnHour = Date.UTC(2026, 9, 25, 0, 10);

const stampForms = (from: Side): Check => ({
  id: `stamp-forms-${from}`,
  kind: 'property',
  applies: ({ bench }) => bench.stamped[from],
  title: (s) =>
    `Edits of ${propertyName(s, from)} arrive however the API writes its modification times, also in the hour that comes twice in autumn`,
  play: async (stage, subject) => {
    const edited = { pair: await linkedPair(stage), row: rowOf(subject), from };
    const { clock } = stage.world;
    for (const format of ['zone', 'fraction', undefined] as const) {
      if (format !== undefined) stage.fault({ code: 'F11', side: from, format });
      await several(2, () => expectCarried(stage, edited));
      stage.mend();
    }
    clock.advance(Math.max(0, autumnHour - clock.now()));
    await several(2, () => expectCarried(stage, edited));
  },
});

/** Modification times in the forms and hours in which they are misread. */
export const stampFormChecks: readonly Check[] = [stampForms('source'), stampForms('target')];
