import { Inconclusive } from '../broken-promise.ts';
import type { Life } from '../mortality.ts';
import { cutShort, type EngineReport, type Patience } from '../system-under-test.ts';
import { parseEngineReport, silence } from './engine-report.ts';
import { type Arrival, PollRhythm } from './poll-rhythm.ts';
import type { Launch, Running } from './running.ts';
import { Turns } from './turns.ts';

interface Setting {
  readonly launch: () => ReturnType<Launch>;
  readonly life: Life;
  readonly patience: Patience;
}

/** One start of an engine that runs beside this process: from its command to its end. */
export class EngineStart {
  readonly turns = new Turns();
  readonly life: Life;
  readonly #rhythm = new PollRhythm();
  readonly #launch: Setting['launch'];
  readonly #patience: Patience;
  #running: Promise<Running> | undefined;

  constructor({ launch, life, patience }: Setting) {
    this.life = life;
    this.#launch = launch;
    this.#patience = patience;
  }

  /** One pass; the first one begins with the command. An engine that comes to no end of it is judged no further. */
  async pass(): Promise<EngineReport> {
    const said = this.turns.pass();
    this.#running ??= this.#launch();
    const running = await this.#running;
    const hindered = [this.#failed(running), this.#late(running)];
    const ending = await this.life.survive(Promise.race([said, ...hindered]));
    if (ending === undefined) return silence;
    if (ending === 'killed') {
      await running.kill();
      return cutShort;
    }
    const report = parseEngineReport(ending);
    if (!('fault' in report)) return report;
    const body = ending.slice(0, 200);
    throw new Inconclusive(`The engine signals a report that is none (${report.fault}): ${body}`);
  }

  /**
   * Resolves when a request may go on of an engine that does not say when a pass has ended: one
   * that begins a pass anew waits until that is wanted. `again` is set for one that was sent before.
   */
  async admit(arrival: Arrival, again: boolean): Promise<void> {
    if (this.#rhythm.begins(arrival, again)) await this.turns.end();
    await this.turns.wanted();
  }

  /** Ends it as `kill -9` does, where it runs; one that could not be started is no more already. */
  async kill(): Promise<void> {
    const running = await this.#running?.catch(() => undefined);
    await running?.kill();
  }

  async #failed(running: Running): Promise<never> {
    const how = await running.ended;
    throw new Inconclusive(`The engine broke off: ${how}. ${lastWords(running)}`);
  }

  async #late(running: Running): Promise<never> {
    const { withinMs } = this.#patience;
    await this.#patience.wait(withinMs);
    throw new Inconclusive(
      `The engine did not end a pass within ${withinMs / 1000} seconds. ${lastWords(running)}`,
    );
  }
}

function lastWords({ lastWords }: Running): string {
  const words = lastWords();
  return words === '' ? 'It said nothing.' : `Its last words: ${words}`;
}
