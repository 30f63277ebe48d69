const FORCE_AFTER = 1_000

/**
 * Aborted by the first Ctrl-C, SIGTERM or closed terminal. A later Ctrl-C ends the process immediately. Under npm, one
 * Ctrl-C arrives twice, so signals within a second count as one.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let firstAt: number | undefined
  const stop = () => {
    const now = performance.now()
    firstAt ??= now
    if (now - firstAt > FORCE_AFTER) process.exit(130)
    if (controller.signal.aborted) return

    console.log('\nStopping …')
    controller.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  return controller.signal
}

/** Never resolves; rejects once the signal is aborted. */
export function until(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
