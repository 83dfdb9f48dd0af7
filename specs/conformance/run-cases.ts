import { isDeepStrictEqual } from 'node:util';
import type { ConformanceCase, Observation } from './conformance-case.ts';

/** How one case came out. */
export type Outcome<Session> = { readonly about: ConformanceCase<Session> } & (
  | { readonly came: 'same' }
  | { readonly came: 'differs'; readonly found: Observation }
  | { readonly came: 'not tried'; readonly why: string }
);

/** What a run of cases needs to know of the system. */
export interface Subject<Session> {
  /** Why a case cannot be tried there, if so. */
  readonly hindrance: (about: ConformanceCase<Session>) => string | undefined;
  readonly open: (about: ConformanceCase<Session>) => Session;
  /** Takes away what a case made; gives the paths of what stayed. */
  readonly close: (session: Session) => Promise<readonly string[]>;
}

/** Cases that were run, and what could not be taken away afterwards. */
export interface Run<Session> {
  readonly outcomes: readonly Outcome<Session>[];
  readonly stayed: readonly string[];
}

/** Runs cases one after the other; one that breaks off is one that differs. */
export async function runCases<Session>(
  cases: readonly ConformanceCase<Session>[],
  { hindrance, open, close }: Subject<Session>,
): Promise<Run<Session>> {
  const outcomes: Outcome<Session>[] = [];
  const stayed: string[] = [];
  for (const about of cases) {
    const why = hindrance(about);
    if (why !== undefined) {
      outcomes.push({ about, came: 'not tried', why });
      continue;
    }
    const session = open(about);
    const found = await observe(about, session);
    outcomes.push(
      isDeepStrictEqual(found, about.expected)
        ? { about, came: 'same' }
        : { about, came: 'differs', found },
    );
    stayed.push(
      ...(await close(session).catch(() => ['what it made; the system is out of reach'])),
    );
  }
  return { outcomes, stayed };
}

async function observe<Session>(
  { run }: ConformanceCase<Session>,
  session: Session,
): Promise<Observation> {
  try {
    return await run(session);
  } catch (error) {
    return { brokeOff: error instanceof Error ? error.message : 'for no reason' };
  }
}
