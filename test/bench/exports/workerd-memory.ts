import { readdirSync, readFileSync } from 'node:fs'

/** The resident memory of the workerd processes that this process has started, in megabytes. Linux only. */
export function workerdMemory(): number {
  const statuses = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statusOf)
    .filter((status) => /^Name:\s+workerd/m.test(status) && parentOf(status) === process.pid)
  if (statuses.length === 0) throw new Error('This process has started no workerd.')
  return statuses.reduce((sum, status) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]), 0) / 1_024
}

function parentOf(status: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
}

/** Empty if the process has ended meanwhile. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
