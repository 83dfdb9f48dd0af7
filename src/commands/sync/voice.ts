import { visible } from '../../dataflow/visible.ts';
import { opposite } from '../../settings.ts';
import type { CycleReport, Problem } from '../../sync/cycle-report.ts';
import type { WriteOutcome } from '../../sync/port.ts';
import type { WriteIntent } from '../../sync/write.ts';
import type { Console } from '../console.ts';

/** How a running engine speaks: it names records, properties and reasons, and never a value. */
export interface Voice {
  wrote(intent: WriteIntent, outcome: WriteOutcome['kind'] | 'not sent'): void;
  cycle(at: number, report: CycleReport): void;
}

/** JSON lines for machines, or a table for people. */
export function voice(console: Console, json: boolean): Voice {
  return json ? jsonVoice(console) : tableVoice(console);
}

function jsonVoice(console: Console): Voice {
  const line = (entry: object): void => console.out(`${JSON.stringify(entry)}\n`);
  return {
    wrote: (intent, outcome) => {
      const { kind, record, properties } = intent;
      const id = intent.kind === 'update' ? { id: intent.ref.id } : {};
      line({ kind, outcome, ...record, ...id, properties: Object.keys(properties) });
    },
    cycle: (at, { writes, problems, conflicts }) => {
      line({
        kind: 'cycle',
        at: new Date(at).toISOString(),
        writes,
        problems: problems.map(({ kind, section, record, reason }) => ({
          kind,
          section,
          record,
          reason,
        })),
        conflicts: conflicts.map(({ section, record, property }) => ({
          section,
          record,
          property,
        })),
      });
    },
  };
}

/** What systems call things and say of them is no more than text on a line. */
function tableVoice(console: Console): Voice {
  const line = (text: string): void => console.out(`${visible(text)}\n`);
  return {
    wrote: (intent, outcome) => {
      const { kind, record, properties } = intent;
      const what = intent.kind === 'update' ? ` ${intent.ref.id}` : '';
      const columns = [
        outcome.padEnd(8),
        kind.padEnd(6),
        `${record.entity}${what}`.padEnd(28),
        `for ${record.sourceId}`.padEnd(12),
        Object.keys(properties).join(', '),
      ];
      line(`  ${columns.join('  ').trimEnd()}`);
    },
    cycle: (at, { writes, problems, conflicts }) => {
      const time = new Date(at).toISOString();
      line(`${time}  ${writes} written, ${conflicts.length} conflicts, ${problems.length} open`);
      for (const problem of problems) line(`  ${problemInWords(problem)}`);
      for (const { record, property } of conflicts) {
        const { side, entity, id } = record;
        line(`  conflict  ${entity} ${id}: the ${opposite(side)}'s ${property} was kept`);
      }
    },
  };
}

/** One open matter as a line of a table. */
function problemInWords({ kind, record, reason }: Problem): string {
  const who = record === undefined ? '' : `${record.entity} ${record.id}: `;
  return `${kind.padEnd(8)}  ${who}${reason}`;
}
