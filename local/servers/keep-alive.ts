/**
 * How long a local server keeps an unused connection open, in ms. With Node's 5 s, a server on a busy machine closes a
 * connection just when its client uses it again, and the request fails.
 */
export const KEEP_ALIVE = 120_000
