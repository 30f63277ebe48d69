import { sum } from '../../../shared/numbers/sum.ts'
import type { TextStyle } from '../theme.ts'
import { clusterRuns, type MeasuredRun, type TextTools } from './measured-runs.ts'

/** Puts as many words on each line as fit into `width` points. A word that is wider is broken anywhere. */
export function wrap(
  runs: readonly MeasuredRun[],
  width: number,
  style: TextStyle,
  tools: TextTools,
): MeasuredRun[][] {
  const lines: MeasuredRun[][] = [[]]
  let used = 0
  for (const word of wordsOf(runs)) {
    const visible = widthOf(trimEnd(word))
    if (used > 0 && used + visible > width) {
      lines.push([])
      used = 0
    }
    const parts = visible > width ? word.flatMap((run) => clusterRuns(run, style.size, tools)) : null
    for (const part of parts?.map((run) => [run]) ?? [word]) {
      if (used > 0 && used + widthOf(trimEnd(part)) > width) {
        lines.push([])
        used = 0
      }
      lines.at(-1)?.push(...part)
      used += widthOf(part)
    }
  }
  return lines.map(trimEnd)
}

// Runs that may not be separated.
function wordsOf(runs: readonly MeasuredRun[]): MeasuredRun[][] {
  const words: MeasuredRun[][] = []
  for (const run of runs) {
    const word = words.at(-1)
    if (word === undefined || run.breakBefore) words.push([run])
    else word.push(run)
  }
  return words
}

function trimEnd(runs: readonly MeasuredRun[]): MeasuredRun[] {
  const last = runs.findLastIndex(({ text }) => text.trim() !== '')
  return runs.slice(0, last + 1)
}

const widthOf = (runs: readonly MeasuredRun[]): number => sum(runs.map(({ width }) => width))
