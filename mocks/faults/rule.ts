import { z } from 'zod';
import { access, loseToken } from './access.ts';
import { ambiguousWrite, loseAnswer } from './ambiguous-write.ts';
import { batchPartial, splitBatch } from './batch-partial.ts';
import { churn, churnPages } from './churn.ts';
import { cleanFailure, failCleanly } from './clean-failure.ts';
import { denial, deny } from './denial.ts';
import type { Force } from './force.ts';
import { garble, garbled } from './garbled.ts';
import { interpose, interposed } from './interposed.ts';
import { lateVisibility, showLate } from './late-visibility.ts';
import { lifecycle, liveAndDie } from './lifecycle.ts';
import { misnotify, notifications } from './notifications.ts';
import { pageShape, reshape } from './page-shape.ts';
import { permission, withhold } from './permission.ts';
import { lagBehind, replicaLag } from './replica-lag.ts';
import { represent, representation } from './representation.ts';
import { rewrite, rewriteOnWrite } from './rewrite.ts';
import { changeSilently, silentChange } from './silent-change.ts';
import { bendStamps, stamps } from './stamps.ts';
import { slowDown, throttle } from './throttle.ts';
import { takeTime, timing } from './timing.ts';
import { refuseBy, validation } from './validation.ts';

/** One fault to inject, addressed and parametrised; plain data, codes as in `sync-bugs.md 5`. */
export const faultRule = z.discriminatedUnion('code', [
  replicaLag,
  ambiguousWrite,
  cleanFailure,
  denial,
  garbled,
  throttle,
  access,
  permission,
  pageShape,
  churn,
  stamps,
  lateVisibility,
  silentChange,
  interposed,
  rewriteOnWrite,
  representation,
  lifecycle,
  batchPartial,
  notifications,
  validation,
  timing,
]);

export type FaultRule = z.infer<typeof faultRule>;

/** Sets a rule to work. */
export function enforced(rule: FaultRule): Force {
  switch (rule.code) {
    case 'F1':
      return lagBehind(rule);
    case 'F2':
      return loseAnswer(rule);
    case 'F3':
      return failCleanly(rule);
    case 'F4':
      return deny(rule);
    case 'F5':
      return garble(rule);
    case 'F6':
      return slowDown(rule);
    case 'F7':
      return loseToken(rule);
    case 'F8':
      return withhold(rule);
    case 'F9':
      return reshape(rule);
    case 'F10':
      return churnPages(rule);
    default:
      return enforcedOnRecords(rule);
  }
}

type OnRecords = Extract<
  FaultRule,
  { code: 'F11' | 'F12' | 'F13' | 'F14' | 'F15' | 'F16' | 'F17' | 'F18' | 'F19' | 'F20' | 'F21' }
>;

function enforcedOnRecords(rule: OnRecords): Force {
  switch (rule.code) {
    case 'F11':
      return bendStamps(rule);
    case 'F12':
      return showLate(rule);
    case 'F13':
      return changeSilently(rule);
    case 'F14':
      return interpose(rule);
    case 'F15':
      return rewrite(rule);
    case 'F16':
      return represent(rule);
    case 'F17':
      return liveAndDie(rule);
    case 'F18':
      return splitBatch(rule);
    case 'F19':
      return misnotify(rule);
    case 'F20':
      return refuseBy(rule);
    case 'F21':
      return takeTime(rule);
  }
}
