import type { ChildProcess } from 'node:child_process'

const patience = 5_000

/** Ends a child by its own process id: asked first, forced after five seconds. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return

  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const force = setTimeout(() => child.kill('SIGKILL'), patience)
  child.kill('SIGTERM')
  await ended
  clearTimeout(force)
}

/** However this process ends (but for SIGKILL), the child doesn't outlive it. */
export function endWithUs(child: ChildProcess): void {
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.removeListener('exit', end))
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
