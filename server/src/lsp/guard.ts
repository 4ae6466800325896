/** Keeps the server alive: whatever a handler throws is logged, and the client gets an empty answer. */
import type { Logger } from '../host';

export type Guard = <T>(name: string, fallback: T, handler: () => T | Promise<T>) => Promise<T>;

export function createGuard(logger: Logger): Guard {
  return async (name, fallback, handler) => {
    try {
      return await handler();
    } catch (error) {
      logger.error(`The request ${name} failed.`, error);
      return fallback;
    }
  };
}
