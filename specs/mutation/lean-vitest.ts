import { registerHooks } from 'node:module';
import { expect } from 'vitest';

/** One test of a file; it can be played again and again. */
export interface LeanTest {
  /** Its place in the file, counted from 0, and its title as the file writes it. */
  readonly name: string;
  /** Rejects where the test fails. */
  play(): Promise<void>;
}

type Body = (...given: readonly unknown[]) => unknown;
type Register = (title: string, ...rest: readonly unknown[]) => void;

/** What specs are given, as in `vitest.config.ts`. */
const provided: Readonly<Record<string, unknown>> = {
  seed: 1,
  document: '',
  only: '',
  shard: { index: 1, total: 1 },
};

class Skipped extends Error {}

/**
 * As much of vitest as our tests are written with, and nothing around a test: it plays in this
 * process, again and again, in the time that the test itself takes. The assertions are vitest's own.
 */
export class LeanVitest {
  #tests: LeanTest[] = [];
  #before: Body[] = [];
  #after: Body[] = [];

  readonly api = {
    expect,
    inject: (key: string): unknown => provided[key],
    describe: Object.assign(withCases(group), {
      skipIf: (isOff: unknown): Register => (isOff ? () => undefined : group),
    }),
    test: withCases((title, ...rest) => this.#register(title, bodyOf(rest))),
    beforeAll: (hook: Body): void => void this.#before.push(once(hook)),
    // What is made for all tests of a file is there until this process ends.
    afterAll: (): void => undefined,
    beforeEach: (hook: Body): void => void this.#before.push(hook),
    afterEach: (hook: Body): void => void this.#after.push(hook),
  };

  /** From here on whatever is loaded gets this for `vitest`. */
  install(): void {
    Object.assign(globalThis, { leanVitest: this.api });
    // Matchers look for it, and vitest would look in a worker of its own.
    expect.setState({ testPath: '' });
    const names = Object.keys(this.api).join(', ');
    const url = `data:text/javascript,export const { ${names} } = globalThis.leanVitest;`;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === 'vitest' ? { url, shortCircuit: true } : next(specifier, context),
    });
  }

  /** The tests that a file registers while it is loaded; one file after the other. */
  async collect(load: () => Promise<unknown>): Promise<readonly LeanTest[]> {
    this.#tests = [];
    this.#before = [];
    this.#after = [];
    await load();
    return this.#tests;
  }

  #register(title: string, body: Body): void {
    const [before, after] = [this.#before, this.#after];
    const play = async (): Promise<void> => {
      for (const hook of before) await hook();
      try {
        await body(contextOfTest());
      } catch (cause) {
        if (!(cause instanceof Skipped)) throw cause;
      } finally {
        for (const hook of after) await hook();
      }
    };
    this.#tests.push({ name: `${this.#tests.length} ${title}`, play });
  }
}

/** With `each` and `for`, which differ in how a case is handed over. */
function withCases(register: Register) {
  const casesOf =
    (given: (one: unknown) => readonly unknown[]) =>
    (all: readonly unknown[]): Register =>
    (title, ...rest) => {
      const body = bodyOf(rest);
      for (const one of all) register(title, (context: unknown) => body(...given(one), context));
    };
  const each = casesOf((one) => (Array.isArray(one) ? one : [one]));
  return Object.assign(register, { each, for: casesOf((one) => [one]) });
}

function group(_title: string, ...rest: readonly unknown[]): void {
  bodyOf(rest)();
}

function once(hook: Body): Body {
  let result: unknown;
  let isDone = false;
  return () => {
    if (!isDone) result = hook();
    isDone = true;
    return result;
  };
}

function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((one): one is Body => typeof one === 'function');
  if (body === undefined) throw new Error('a test without a body');
  return body;
}

function contextOfTest(): unknown {
  const skip = (reason?: string): never => {
    throw new Skipped(reason);
  };
  return { expect, skip, annotate: async () => undefined, task: { meta: {} } };
}
