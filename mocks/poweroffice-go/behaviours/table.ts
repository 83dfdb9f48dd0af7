import { type Behaviour, behavioursOf } from '../../contract/behaviour.ts';
import { accessRows } from './access.ts';
import { envelopeRows } from './envelope.ts';
import { queryRows } from './query.ts';
import { v2Rows } from './v2.ts';
import { valueRows } from './values.ts';
import { writeRows } from './write.ts';

/** Everything that the twin of PowerOffice GO does, beyond the facts of single properties. */
export const officeBehaviours: readonly Behaviour[] = behavioursOf('poweroffice-go', [
  ...accessRows,
  ...envelopeRows,
  ...queryRows,
  ...valueRows,
  ...writeRows,
  ...v2Rows,
]);
