import { SyncproofError } from '../../errors.ts';
import { lastWordsOn } from './last-words.ts';
import type { Launch } from './running.ts';

/** An image that holds an engine, and what of this machine it is to see. */
interface Container {
  readonly image: string;
  /** A folder of this machine that the engine finds under the same name. */
  readonly folder: string;
}

/**
 * Runs an engine in a container by testcontainers, on this machine's own network: that is where
 * the twins listen. Whatever an engine remembers must lie in the folder, because each start is a
 * new container. Refuses (`usage`) an image that cannot be started.
 */
export function container({ image, folder }: Container): Launch {
  return async (environment) => {
    const { GenericContainer } = await import('testcontainers');
    const streams = Promise.withResolvers<() => string>();
    const gone = Promise.withResolvers<string>();
    const started = await new GenericContainer(image)
      .withEnvironment({ ...environment })
      .withNetworkMode('host')
      .withBindMounts([{ source: folder, target: folder, mode: 'rw' }])
      .withLogConsumer((stream) => {
        streams.resolve(lastWordsOn([stream as Parameters<typeof lastWordsOn>[0][number]]));
        stream.once('end', () => gone.resolve('its container ended'));
      })
      .start()
      .catch((cause: unknown) => {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new SyncproofError('usage', `The image ${image} cannot be started: ${why}`, {
          cause,
        });
      });
    return {
      ended: gone.promise,
      lastWords: await streams.promise,
      kill: async () => {
        await started.stop({ timeout: 0 });
        gone.resolve('it was stopped');
      },
    };
  };
}
