import { fileURLToPath } from 'node:url';

/** Where syncproof itself stands: the folder of its `package.json`. */
export const projectRoot: string = fileURLToPath(new URL('..', import.meta.url));

/** The document that is checked where none is named, relative to the project. */
export const ownDocument = 'specs/crmoffice-poweroffice-go/dataflow.rst';

/** What our own document leaves open, relative to the project. */
export const ownSettings = 'specs/crmoffice-poweroffice-go/settings.ts';

/** Where results go where no other folder is named. */
export const reportsFolder = 'reports';

/** The seed of a run that names none: the same run, byte for byte, every time. */
export const defaultSeed = 1;
