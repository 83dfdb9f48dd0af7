import { allSectionsOf } from '../checklist.ts';
import { documents } from './documents.ts';

const name = process.env['DOC'] ?? 'contacts';
const d = documents[name];
if (d !== undefined) allSectionsOf(d);
