import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type LeanTest, LeanVitest } from './lean-vitest.ts';
import { type Hanging, watchForHanging } from './watch-for-hanging.ts';

/** Why a test did not pass. */
export interface Failure {
  readonly message: string;
  /** Set where it did not end. */
  readonly hanging?: Hanging;
}

/** Tests by their ids, `file#name`; a file is loaded when its first test is wanted, and once. */
export class LoadedTests {
  readonly #vitest = new LeanVitest();
  readonly #files = new Map<string, Promise<readonly LeanTest[]>>();
  #strays: unknown[] = [];

  /** From here on this process plays tests, and nothing else. */
  begin(): void {
    process.on('unhandledRejection', (cause) => this.#strays.push(cause));
    // A mutant is dead with the first counterexample: nobody reads the smallest.
    fc.configureGlobal({ endOnFailure: true });
    this.#vitest.install();
  }

  /** The tests of a file, from the root of the tree. */
  async idsIn(file: string): Promise<readonly string[]> {
    return (await this.#load(file)).map(({ name }) => `${file}#${name}`);
  }

  /** Plays a test for this time at most, in milliseconds on the clock. */
  async play(id: string, mostMs: number): Promise<Failure | undefined> {
    this.#strays = [];
    const watch = watchForHanging(mostMs);
    const hung = watch.hangs.then((hanging) => ({ message: `hung ${hanging}`, hanging }));
    const failure = await Promise.race([this.#ending(id), hung]);
    watch.stop();
    return failure;
  }

  async #ending(id: string): Promise<Failure | undefined> {
    try {
      const tests = await this.#load(fileOf(id));
      const test = tests.find(({ name }) => id === `${fileOf(id)}#${name}`);
      if (test === undefined) return { message: 'the test is gone' };
      await test.play();
      // One turn of the loop, so that a promise nobody waits for is heard as well.
      await new Promise((done) => setImmediate(done));
    } catch (cause) {
      return { message: `${cause}` };
    }
    return this.#strays.length === 0 ? undefined : { message: `${this.#strays[0]}` };
  }

  #load(file: string): Promise<readonly LeanTest[]> {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const loading = this.#vitest.collect(() => import(pathToFileURL(resolve(file)).href));
    this.#files.set(file, loading);
    return loading;
  }
}

/** The file of a test, by its id. */
export function fileOf(id: string): string {
  return id.slice(0, id.indexOf('#'));
}
