/** When to try again: exponential backoff with jitter, cut short when the browser comes back online. */

export const ATTEMPTS = 6;
const FIRST_DELAY_MS = 800;
const LONGEST_DELAY_MS = 20_000;

/**
 * @param {number} attempt 0 for the first retry
 * @param {number | null} [serverWaitS] the server's Retry-After
 */
export function backoffMs(attempt, serverWaitS = null) {
  if (serverWaitS) return serverWaitS * 1000;
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  return ceiling / 2 + Math.random() * (ceiling / 2);
}

/** @param {number} ms @param {AbortSignal} [signal] resolves early, never rejects */
export function pause(ms, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve(undefined);
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });
}

/** Resolves at once while online, else when the browser says so. */
export function untilOnline() {
  if (navigator.onLine) return Promise.resolve();
  return new Promise((resolve) => addEventListener('online', () => resolve(undefined), { once: true }));
}
