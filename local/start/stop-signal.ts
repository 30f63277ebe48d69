const forceAfter = 1_000

/**
 * Aborted by the first Ctrl-C, SIGTERM or closed terminal; a later Ctrl-C ends the process at once. Under npm one
 * Ctrl-C arrives twice, from the terminal and from npm: what comes within a second is the same one.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let since: number | undefined
  const stop = () => {
    const now = performance.now()
    since ??= now
    if (now - since > forceAfter) process.exit(130)
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
