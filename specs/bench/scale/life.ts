import { virtualClock } from '../../../src/clock.ts';
import { createEngine } from '../../../src/sync/engine.ts';
import type { Store } from '../../../src/sync/store/store.ts';
import { documentSystem } from '../../../src/systems/document/system.ts';
import { documents } from '../../faulty-engines/documents.ts';
import { Generated } from './generated.ts';
import { contacts, people } from './people.ts';
import { standIn } from './stand-in.ts';

/** What one pass took. */
export interface Pass {
  readonly seconds: number;
  /** Of the processor, in all threads: what a busy machine does not change. */
  readonly cpuSeconds: number;
  readonly reads: number;
  readonly writes: number;
}

/** The life of an engine: from the first pass over so many records to the next whole listing. */
export interface Life {
  readonly records: number;
  readonly first: Pass;
  readonly quiet: Pass;
  /** After one edit. */
  readonly edit: Pass;
  readonly sweep: Pass;
  /** The most that the process ever held, in MB. */
  readonly peakMb: number;
}

const begun = Date.UTC(2026, 0, 5, 8);

/** How long a request takes in virtual time, as in every world of the specs. */
const requestMs = 20;

/** Lets the reference engine live between two stand-ins, and refuses a pass that does not go as it should. */
export async function lifeOf(records: number, store: Store): Promise<Life> {
  const { dataflow, settings } = documents.contacts;
  const clock = virtualClock(begun);
  const persons = new Generated(records, people(records, begun), clock);
  const source = standIn('/persons', persons);
  const target = standIn('/contacts', new Generated(0, contacts(begun, requestMs), clock));
  const reached = (system: string, fetch: typeof globalThis.fetch) =>
    documentSystem({
      ...{ system, baseUrl: `https://${system.toLowerCase()}.test`, clock },
      ...{ clientId: 'bench', clientSecret: 'bench' },
      fetch: (input, init) => {
        clock.advance(requestMs);
        return fetch(input, init);
      },
    });
  const engine = createEngine({
    ...{ dataflow, store, clock, settings: { ...settings, sweepEvery: 3 } },
    systems: { source: reached('CRM', source.fetch), target: reached('Accounting', target.fetch) },
  });
  const asked = (kind: 'reads' | 'writes'): number => source.asked[kind] + target.asked[kind];
  const pass = async (expected: number): Promise<Pass> => {
    const [reads, writes] = [asked('reads'), asked('writes')];
    const [began, used] = [performance.now(), process.cpuUsage()];
    const report = await engine.cycle();
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(used);
    if (report.problems.length > 0 || report.writes !== expected) throw unlike(report, expected);
    const calls = { reads: asked('reads') - reads, writes: asked('writes') - writes };
    return { seconds, cpuSeconds: (user + system) / 1e6, ...calls };
  };
  const first = await pass(records);
  const quiet = await pass(0);
  persons.edit(Math.ceil(records / 2), { email: 'edited@example.no' });
  const edit = await pass(1);
  const sweep = await pass(0);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { records, first, quiet, edit, sweep, peakMb };
}

function unlike(
  { writes, problems }: { readonly writes: number; readonly problems: readonly object[] },
  expected: number,
): Error {
  const some = JSON.stringify(problems.slice(0, 3));
  return new Error(`${writes} records written, not ${expected}; ${problems.length} open: ${some}`);
}
