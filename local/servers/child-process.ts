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

/** However this process ends (but for SIGKILL), a `detached` child doesn't outlive it, nor do children of that. */
export function endWithUs(child: ChildProcess): void {
  const end = () => endGroup(child)
  process.once('exit', end)
  child.once('exit', () => process.removeListener('exit', end))
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Ends what a child of its own process group (`detached`) left behind when it ended. */
export function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing was left; Windows, which has no such groups, says so too.
  }
}
