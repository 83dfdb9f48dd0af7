import { z } from 'zod';
import { parseFaultPlan } from '../../faults/plan.ts';
import type { Operation } from './operation.ts';

const restoring = z.strictObject({ id: z.string() });

/** The twins' state as a whole: begin again, keep, go back, faults, time. */
export const stateOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/reset',
    says: 'Begins again: records, tokens, chance, faults and ledger as at the start.',
    handle: async ({ history }) => {
      await history.reset();
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    path: '/snapshot',
    says: 'Keeps everything as it is now: {"id"}.',
    handle: ({ history }) => ({ status: 201, body: { id: history.snapshot() } }),
  },
  {
    method: 'POST',
    path: '/restore',
    says: 'Goes back to a snapshot: {"id"}.',
    handle: async ({ history, text }) => {
      const { id } = restoring.parse(JSON.parse(text));
      if (await history.restore(id)) return { status: 204 };
      return { status: 404, body: { error: `There is no snapshot ${id}.` } };
    },
  },
  {
    method: 'PUT',
    path: '/faults',
    says: 'Puts a fault plan in force, instead of any other.',
    handle: ({ history, text }) => {
      const plan = parseFaultPlan(text);
      history.do(({ faults }) => {
        faults.clear();
        faults.inject(plan);
      });
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    path: '/faults',
    says: 'No fault is in force any more.',
    handle: ({ history }) => {
      history.do(({ faults }) => faults.clear());
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    path: '/clock',
    says: 'What time the twins have: {"now"}, ISO 8601.',
    handle: ({ history }) => ({
      status: 200,
      body: { now: new Date(history.now()).toISOString() },
    }),
  },
];
