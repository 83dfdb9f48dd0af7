import type { Observation } from './conformance-case.ts';
import type { Run } from './run-cases.ts';
import type { About } from './suite.ts';

/** How one case came out, without the case's procedure. */
type Told = Omit<Run<never>['outcomes'][number], 'about'> & {
  readonly about: About;
  readonly found?: Observation;
  readonly why?: string;
};

/** What the suite found out about one system. */
export interface Findings {
  readonly system: string;
  /** Where it is; no secret. */
  readonly at: string;
  readonly outcomes: readonly Told[];
  readonly stayed: readonly string[];
  /** Behaviours of the twin that no case tries. */
  readonly untried: readonly string[];
}

/** Findings as text: one line for each behaviour, or row where the fact is a property's, and totals. */
export function tellFindings({ system, at, outcomes, stayed, untried }: Findings): string {
  const groups = Map.groupBy(
    outcomes,
    ({ about }) => about.behaviour ?? `apis.md ${about.rows[0]}`,
  );
  const told = [...groups].map(([fact, all]) => ({ fact, came: together(all), all }));
  const lines = told.flatMap(({ fact, came, all }) => [
    `${came.padEnd(9)}  ${fact}`,
    ...details(all),
  ]);
  const none = untried.map((id) => `not tried  ${id}\n             no case tries it`);
  const count = (came: string): number => told.filter((each) => each.came === came).length;
  const totals = `${count('same')} same, ${count('differs')} differ, ${count('not tried') + none.length} not tried; ${outcomes.length} cases`;
  const left = stayed.map((path) => `left behind, could not be deleted: ${path}`);
  return [`${system} at ${at}`, ...lines, ...none, ...left, totals, ''].join('\n');
}

/** A behaviour is the same where all of its cases that were tried are. */
function together(all: readonly Told[]): Told['came'] {
  if (all.some(({ came }) => came === 'differs')) return 'differs';
  return all.some(({ came }) => came === 'same') ? 'same' : 'not tried';
}

function details(all: readonly Told[]): readonly string[] {
  return all.flatMap(({ about, came, found = null, why }) => {
    if (came === 'same') return [];
    const { title, rows, expected } = about;
    const begin = `             ${title} (apis.md ${rows.join(', ')}): `;
    if (came === 'not tried') return [`${begin}${why}`];
    const seen = JSON.stringify(discreet(found, vocabulary(expected)));
    return [`${begin}expected ${JSON.stringify(expected)}, found ${seen}`];
  });
}

/** A word of a protocol or a schema: an error code, a media type; nothing with spaces, at signs or many digits. */
const plainWord = /^[A-Za-z][A-Za-z/+_-]{0,39}$/;

/** The same without any text that could be a person's: only words of the suite and plain single ones stay. */
function discreet(value: Observation, known: ReadonlySet<string>): Observation {
  if (typeof value === 'string') {
    return known.has(value) || plainWord.test(value)
      ? value
      : `a text of ${value.length} characters`;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => discreet(each, known));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, discreet(each, known)]),
  );
}

function vocabulary(expected: Observation): ReadonlySet<string> {
  const texts = JSON.stringify(expected).match(/"[^"]*"/g) ?? [];
  return new Set(texts.map((text) => text.slice(1, -1)));
}
