import type { StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { type Failure, fileOf, LoadedTests } from './loaded-tests.ts';
import { MutantSwitch } from './mutant-switch.ts';
import { isPicked, type Sample } from './sample.ts';
import { busyMs, inOrder, keepTimes, keptTimes } from './test-times.ts';

/** What a run is given under `lean`. */
interface LeanOptions {
  /** The test files, from the root of the tree. */
  readonly files: readonly string[];
  /** The mutants that are played. */
  readonly sample: Sample;
  /** How long a mutant is tried, in milliseconds of work. */
  readonly patienceMs: number;
}

/** How a mutant ended: at which test, if at one, and after how many. */
interface Ending {
  readonly killer?: string;
  readonly failure?: Failure;
  readonly isEndless: boolean;
  readonly played: number;
}

/**
 * Stryker calls a mutant endless that is passed a hundred times as often as in all tests together;
 * one test that does so five times as often has shown it, too.
 */
const shareOfHits = 1 / 20;

/** Without a mutant no test is hurried, in an hour. */
const dryRunMs = 3_600_000;

/** A test that takes this long on the clock, and many times its own time, never ends. */
const hungAfterMs = 20_000;
const hungAfterTimes = 50;

/**
 * Plays mutants in one warm process, each against the tests that pass it. Whatever it has loaded
 * stays loaded; a mutant of code that only runs while it is loaded (a static one) gets a process of
 * its own, and so does whatever follows one that has spoilt this process.
 */
class LeanRunner implements TestRunner {
  static inject: [typeof commonTokens.options] = [commonTokens.options];
  readonly #tests = new LoadedTests();
  readonly #switch = new MutantSwitch();
  readonly #given: LeanOptions;
  /** By file of the code, what has killed mutants of it. */
  readonly #killers = new Map<string, Set<string>>();
  #mutants = 0;
  #hasLoaded = false;
  #isSpoilt = false;

  constructor(options: StrykerOptions) {
    this.#given = options['lean'] as LeanOptions;
  }

  /** Whether a new process is needed is known here, and not to Stryker. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#tests.begin();
  }

  async dryRun(): Promise<DryRunResult> {
    this.#hasLoaded = true;
    const tests: TestResult[] = [];
    for (const fileName of this.#given.files) {
      for (const id of await this.#tests.idsIn(fileName)) {
        this.#switch.beginTest(id);
        const began = busyMs();
        const failure = await this.#tests.play(id, dryRunMs);
        this.#switch.beginTest(undefined);
        const told = { id, name: id, fileName, timeSpentMs: busyMs() - began };
        if (failure === undefined) tests.push({ ...told, status: TestStatus.Success });
        else tests.push({ ...told, status: TestStatus.Failed, failureMessage: failure.message });
      }
    }
    keepTimes(Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs])));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#switch.coverage };
  }

  async mutantRun(run: MutantRunOptions): Promise<MutantRunResult> {
    if (!isPicked(run.activeMutant, this.#given.sample)) {
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    }
    const isStatic = run.mutantActivation === 'static';
    if (this.#isSpoilt || (isStatic && this.#hasLoaded)) throw spoilt();
    this.#hasLoaded = true;
    this.#isSpoilt = isStatic;
    this.#mutants += 1;
    const { killer, failure, isEndless, played } = await this.#playMutant(run);
    if (killer === undefined) return { status: MutantRunStatus.Survived, nrOfTests: played };
    const hanging = failure?.hanging;
    if (hanging === 'at work') this.#isSpoilt = true;
    else if (!isStatic) await this.#makeSure(killer);
    if (isEndless || hanging !== undefined) {
      const reason = isEndless ? 'passed too often' : failure?.message;
      return { status: MutantRunStatus.Timeout, ...(reason && { reason }) };
    }
    const failureMessage = failure?.message ?? '';
    const nrOfTests = played;
    return { status: MutantRunStatus.Killed, killedBy: [killer], failureMessage, nrOfTests };
  }

  async #playMutant(run: MutantRunOptions): Promise<Ending> {
    const { id, fileName } = run.activeMutant;
    const killers = this.#killers.get(fileName) ?? new Set();
    this.#killers.set(fileName, killers);
    const times = keptTimes();
    // Of a static mutant nobody knows which tests it is for.
    const tests = inOrder(run.testFilter ?? Object.keys(times), { times, killers });
    if (run.mutantActivation === 'runtime') {
      for (const test of tests) await this.#tests.idsIn(fileOf(test));
    }
    this.#switch.turnOn(id, run.hitLimit && run.hitLimit * shareOfHits);
    const ending = await this.#playUntilKilled(tests, times);
    this.#switch.turnOff();
    if (ending.killer !== undefined) killers.add(ending.killer);
    return ending;
  }

  async #playUntilKilled(
    tests: readonly string[],
    times: Readonly<Record<string, number>>,
  ): Promise<Ending> {
    const began = busyMs();
    let played = 0;
    for (const killer of tests) {
      if (busyMs() - began > this.#given.patienceMs) break;
      const mostMs = hungAfterMs + hungAfterTimes * (times[killer] ?? 0);
      const failure = await this.#tests.play(killer, mostMs);
      const { isEndless } = this.#switch;
      played += 1;
      if (failure !== undefined) return { killer, failure, isEndless, played };
      if (isEndless) return { killer, isEndless, played };
    }
    return { isEndless: false, played };
  }

  /** What one mutant leaves behind must not kill the next: where it could, that one begins anew. */
  async #makeSure(killer: string): Promise<void> {
    if ((await this.#tests.play(killer, hungAfterMs)) === undefined) return;
    this.#isSpoilt = true;
    if (this.#mutants > 1) throw spoilt();
  }
}

/** Lets Stryker play the mutant once more, in a new process. */
function spoilt(): Error {
  return new Error('a mutant has spoilt the memory of this process');
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'lean', LeanRunner)];
