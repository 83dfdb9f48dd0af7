import { type Answer, json, refusing } from '../answer.ts';
import type { Clock } from '../clock.ts';
import { type Dice, drawn } from '../dice.ts';
import type { Dialect } from '../endpoint.ts';
import type { RouteKind } from '../route.ts';
import type { Problem, ProblemKind } from '../validate.ts';

const base36 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The kinds of refusal that go without a property; `apis.md 1.4`. */
export type RefusalKind = 'OData' | 'NotFound' | 'ApiBusinessRule' | 'ApiRequest';

/** The envelope round every answer of PowerOffice GO (`apis.md 1.4`): failures of business are 200. */
export class Envelope implements Dialect {
  readonly #clock: Clock;
  readonly #dice: Dice;

  constructor(setting: { readonly clock: Clock; readonly dice: Dice }) {
    this.#clock = setting.clock;
    this.#dice = setting.dice;
  }

  /** One record, given as JSON text. */
  one(record: string): Answer {
    return json(200, `{"data":${record},"success":true}`);
  }

  /** Records, given as JSON texts; `count` is the number of rows after the filter. */
  list(records: readonly string[], count: number): Answer {
    return json(200, `{"data":[${records.join(',')}],"count":${count},"success":true}`);
  }

  deleted(): Answer {
    return json(200, '{"success":true}');
  }

  /** A refusal that concerns no single property. */
  refused(exception: RefusalKind, summary: string, status = 200): Answer {
    return this.#invalid({ exception, summary }, status);
  }

  /** A write that does not fit; several messages are glued together with nothing between (`apis.md S26`). */
  invalid(problems: readonly Problem[]): Answer {
    const [first] = problems;
    const exception = problems.length > 1 ? 'AggregatedValidation' : kindOf(first?.kind);
    const summary = problems.map(({ message }) => message).join('');
    const fields = Object.fromEntries(problems.map(({ path, message }) => [path, message]));
    return this.#invalid({ exception, summary, fields }, 200);
  }

  failure(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
    const answer = this.refused('ApiRequest', summaries[status] ?? 'The request failed.', status);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }

  denial(kind: RouteKind): Answer {
    if (kind === 'list') return this.list([], 0);
    return this.refused('ApiBusinessRule', 'The operation was not completed.');
  }

  #invalid(
    validation: {
      readonly exception: string;
      readonly summary: string;
      readonly fields?: Readonly<Record<string, string>>;
    },
    status: number,
  ): Answer {
    const { summary, exception, fields } = validation;
    const errorLogReference = this.#reference();
    const detail = { errorLogReference, summary, exception, ...(fields ? { fields } : {}) };
    return refusing(json(status, JSON.stringify({ success: false, validation: detail })));
  }

  /** Eleven base-36 characters, a hyphen, and month to second (`apis.md 1.4`). */
  #reference(): string {
    const time = new Date(this.#clock.now()).toISOString().replaceAll(/\D/g, '').slice(4, 14);
    return `${drawn(base36, 11, this.#dice)}-${time}`;
  }
}

const summaries: Readonly<Record<number, string>> = {
  400: 'The request body is not valid.',
  401: 'Authorization has been denied for this request.',
  404: 'There is no such resource.',
  405: 'The resource does not support this method.',
  415: 'The media type is not supported.',
  429: 'Too many requests.',
};

function kindOf(kind: ProblemKind | undefined): string {
  if (kind === 'unique') return 'ApiUniqueConstraint';
  return kind === 'rule' ? 'ApiBusinessRule' : 'ApiFieldValidation';
}
