import type { SystemPort } from '../../sync/port.ts';
import { type PlainRestConfig, plainRestSystem } from '../plain-rest/system.ts';
import { collectionName } from './collection-name.ts';

interface DocumentSystemConfig extends PlainRestConfig {
  /** As the document names it. */
  readonly system: string;
}

/** Any system of a document, over plain REST: it has whatever entity the document names. */
export function documentSystem(config: DocumentSystemConfig): SystemPort {
  return plainRestSystem({
    ...config,
    collectionOf: (entity) => collectionName(entity) || undefined,
  });
}
