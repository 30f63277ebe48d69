import type { ChildProcess } from 'node:child_process'

const TIMEOUT = 5_000

/** Asks a child process to end, and kills it after five seconds. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return

  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const force = setTimeout(() => child.kill('SIGKILL'), TIMEOUT)
  child.kill('SIGTERM')
  await ended
  clearTimeout(force)
}

/** Kills a `detached` child and its children when this process ends, unless it ends with SIGKILL. */
export function endWithUs(child: ChildProcess): void {
  const end = () => endGroup(child)
  process.once('exit', end)
  child.once('exit', () => process.removeListener('exit', end))
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Kills everything that a `detached` child left running in its process group. */
export function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing was left. Windows has no process groups and also gets here.
  }
}
