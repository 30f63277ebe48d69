import { readdirSync, readFileSync } from 'node:fs'

interface Usage {
  /** Resident memory in megabytes. */
  readonly memory: number
  /** The most that it was so far. */
  readonly peakMemory: number
  /** Seconds of CPU since the start. */
  readonly cpu: number
}

/** What the workerd processes that this process has started use together. Linux only. */
export function workerdUsage(): Usage {
  const own = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOwnWorkerd(name))
  if (own.length === 0) throw new Error('This process has started no workerd.')
  const memory = (name: 'VmRSS' | 'VmHWM') => sum(own.map((pid) => memoryOf(pid, name)))
  return { memory: memory('VmRSS'), peakMemory: memory('VmHWM'), cpu: sum(own.map(cpuOf)) }
}

function isOwnWorkerd(pid: string): boolean {
  const status = read(pid, 'status')
  return /^Name:\s+workerd/m.test(status) && Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === process.pid
}

function memoryOf(pid: string, name: 'VmRSS' | 'VmHWM'): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(pid, 'status'))?.[1]) / 1_024
}

// The fields after the name in parentheses. The 12th and 13th are user and system time in hundredths of a second.
function cpuOf(pid: string): number {
  const fields = read(pid, 'stat').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Empty if the process has ended meanwhile. */
function read(pid: string, file: 'status' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
