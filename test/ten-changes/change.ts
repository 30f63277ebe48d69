import type { App } from '../support/app.ts'

export interface Change {
  readonly name: string
  /** Where a newcomer begins: the file whose name suggests it, and files that are new. */
  readonly begin: readonly Edit[]
  /** Everything else that the change needs. The compiler or one of `tests` has to name it. */
  readonly others?: readonly Step[]
  /** The tests that watch over this kind of change. In the end they pass. */
  readonly tests?: readonly string[]
  /** Uses the changed program as people do. Throws if it does not work. */
  readonly probe: (app: App) => Promise<void>
}

export type Step = Edit | Command

export interface Edit {
  readonly file: string
  /** Must be in the file exactly once. Null for a new file. */
  readonly find: string | null
  readonly text: string
}

export interface Command {
  readonly npmRun: string
}

export function replace(file: string, find: string, text: string): Edit {
  return { file, find, text }
}

/** Adds lines after a line. */
export function addAfter(file: string, line: string, lines: string): Edit {
  return replace(file, `${line}\n`, `${line}\n${lines}\n`)
}

export function create(file: string, text: string): Edit {
  return { file, find: null, text }
}

/** The text of a file after an edit of it. Throws if the text to replace is not there exactly once. */
export function edited(before: string, { file, find, text }: Edit): string {
  if (find === null) return text
  const found = before.split(find).length - 1
  if (found !== 1) throw new Error(`${file} has this ${found} times instead of once:\n${find}`)
  return before.replace(find, () => text)
}

/** How the compiler or a test names a step. */
export function nameOf(step: Step): string {
  return 'file' in step ? step.file : `npm run ${step.npmRun}`
}
