import type { Clock } from '../clock.ts';
import type { Problem, ProblemKind } from '../contract/validate.ts';
import { type Dice, drawn } from '../dice.ts';
import { type Answer, json, refusing } from '../http/answer.ts';
import type { Dialect } from '../http/dialect.ts';
import type { RouteKind } from '../http/route.ts';
import { expected } from './answers.ts';
import type { Backend } from './backend.ts';

const base36 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The kinds of refusal that go without a property; `apis.md 1.4`. */
export type RefusalKind = 'OData' | 'NotFound' | 'ApiBusinessRule' | 'ApiRequest';

/** The envelope round every answer of PowerOffice GO (`apis.md 1.4`): failures of business are 200. */
export class Envelope implements Dialect {
  readonly #clock: Clock;
  readonly #dice: Dice;
  readonly #backend: Backend;
  readonly records = { list: 'data', one: 'data', count: 'count', pageSize: ['$top', 'top'] };
  readonly expected = expected;

  constructor(setting: { readonly clock: Clock; readonly dice: Dice; readonly backend: Backend }) {
    this.#clock = setting.clock;
    this.#dice = setting.dice;
    this.#backend = setting.backend;
  }

  /** One record, given as JSON text. */
  one(record: string): Answer {
    return {
      ...json(200, `{"data":${record},"success":true}`),
      frame: '{"data":{},"success":true}',
    };
  }

  /** Records, given as JSON texts; `count` is the number of rows after the filter. */
  list(records: readonly string[], count: number): Answer {
    const listOf = (texts: string): string => `{"data":[${texts}],"count":${count},"success":true}`;
    return { ...json(200, listOf(records.join(','))), frame: listOf('') };
  }

  deleted(): Answer {
    return json(200, '{"success":true}');
  }

  /** A refusal that concerns no single property. */
  refused(exception: RefusalKind, summary: string, status = 200): Answer {
    return this.#invalid({ exception, summary }, status);
  }

  /** A parameter that could not be bound; the newer back end says so in a problem inside `data` (`apis.md S2`). */
  unbound(name: string, message: string): Answer {
    const fields = { [name]: message };
    if (!this.#backend.problemInData) {
      return this.#invalid({ exception: 'ApiFieldValidation', summary: message, fields }, 200);
    }
    const traceId = `00-${drawn('0123456789abcdef', 32, this.#dice)}-${drawn('0123456789abcdef', 16, this.#dice)}-00`;
    const problem = { ...badRequest, errors: { [name]: [message] }, traceId };
    return refusing(json(200, JSON.stringify({ data: problem, success: true })));
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

  refusal(message: string): Answer {
    return this.refused('ApiBusinessRule', message);
  }

  searches(query: URLSearchParams): boolean {
    return query.has('$filter') || query.has('filter');
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

const badRequest = {
  type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
  title: 'One or more validation errors occurred.',
  status: 400,
};

const summaries: Readonly<Record<number, string>> = {
  400: 'The request body is not valid.',
  401: 'Authorization has been denied for this request.',
  403: 'The integration does not have access to this resource.',
  404: 'There is no such resource.',
  405: 'The resource does not support this method.',
  415: 'The media type is not supported.',
  429: 'Too many requests.',
};

function kindOf(kind: ProblemKind | undefined): string {
  if (kind === 'unique') return 'ApiUniqueConstraint';
  return kind === 'rule' ? 'ApiBusinessRule' : 'ApiFieldValidation';
}
