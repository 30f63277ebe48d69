import { readdirSync, readFileSync } from 'node:fs'

/** The most memory that the workerd processes of this process have used so far, in MB. Linux only; 0 elsewhere. */
export function workerdMemory(): number {
  const sizes = processIds().flatMap((id) => {
    const status = statusOf(id)
    const isOurs = /^Name:\s+workerd$/m.test(status) && status.includes(`PPid:\t${process.pid}\n`)
    return isOurs ? [Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)] : []
  })
  return Math.round(Math.max(0, ...sizes) / 1024)
}

function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

// A process may end while we look.
function statusOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8')
  } catch {
    return ''
  }
}
