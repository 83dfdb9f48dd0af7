import {
  type Bench,
  type Caller,
  createBench,
  type OfficeSetting,
  type Reply,
  signIn,
} from '../bench.ts';
import type { Properties } from '../records/value.ts';

/** PowerOffice GO with a good token, and what its tests say again and again. */
export interface TestOffice {
  readonly bench: Bench;
  readonly call: Caller;
  post(path: string, json: unknown): Promise<Envelope>;
  get(path: string): Promise<Envelope>;
  remove(path: string): Promise<Envelope>;
  /** Rows of a list with this filter. */
  filtered(path: string, filter: string): Promise<Envelope>;
}

/** The envelope of an answer, as a client finds it. */
export interface Envelope {
  readonly status: number;
  readonly success: boolean;
  readonly count?: number;
  readonly data?: Properties & readonly Properties[];
  readonly validation?: {
    readonly summary: string;
    readonly exception: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly errorLogReference: string;
  };
}

/** A fresh office. */
export async function openOffice(setting: OfficeSetting = {}): Promise<TestOffice> {
  const bench = createBench(1, setting);
  const call = await signIn(bench.fetch, bench.office);
  const get = async (path: string): Promise<Envelope> => enveloped(await call(path));
  return {
    bench,
    call,
    get,
    post: async (path, json) => enveloped(await call(path, { method: 'POST', json })),
    remove: async (path) => enveloped(await call(path, { method: 'DELETE' })),
    filtered: (path, filter) => get(`${path}?$filter=${encodeURIComponent(filter)}`),
  };
}

function enveloped({ status, body }: Reply): Envelope {
  return { status, ...(body as Omit<Envelope, 'status'>) };
}
