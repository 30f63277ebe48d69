import { type Change, nameOf, type Step } from './change.ts'
import { changes } from './changes.ts'
import { type Outcome, Scratch } from './scratch.ts'

/**
 * Makes each of a newcomer's ten changes in a copy of the tree: `npm run ten-changes [-- <part of a name>]`.
 *
 * A change begins in one file. After that, only files that the compiler or a test has named are edited. If nothing
 * names a file, or if the probe finds that the change does not work, the exit code is 1.
 */
const wanted = process.argv[2] ?? ''
const scratch = await Scratch.create()
const summary: Record<string, string | number>[] = []

for (const change of changes.filter(({ name }) => name.includes(wanted))) {
  console.log(`\n${change.name}`)
  try {
    await make(change)
    summary.push({ change: change.name, ...(await countFiles()), works: 'yes' })
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    summary.push({ change: change.name, works: 'NO' })
    process.exitCode = 1
  }
  await scratch.putBack()
}

await scratch.remove()
console.log()
console.table(summary)

async function make({ name, begin, others = [], tests = [] }: Change): Promise<void> {
  await takeAll(begin, 'begins in')
  const forTests = await follow(others, 'named by the compiler', () => scratch.checkTypes())
  // The probe needs the whole change.
  const left = await follow(forTests, 'named by a test', (steps) =>
    scratch.runTests(tests, steps.length === 0 ? name : undefined),
  )
  if (left.length > 0) throw new Error(`Neither the compiler nor a test names ${namesOf(left).join(', ')}`)
  if (forTests.length > 0) await follow([], 'named by the compiler', () => scratch.checkTypes())
}

/** Takes the steps that a check names until it passes. Returns those that it has not named. */
async function follow(
  steps: readonly Step[],
  by: string,
  check: (left: readonly Step[]) => Promise<Outcome>,
): Promise<readonly Step[]> {
  const { ok, output } = await check(steps)
  if (ok) return steps

  const named = steps.filter((step) => output.includes(nameOf(step)))
  if (named.length === 0) throw new Error(output)
  await takeAll(named, by)
  const left = steps.filter((step) => !named.includes(step))
  return follow(left, by, check)
}

async function takeAll(steps: readonly Step[], why: string): Promise<void> {
  for (const step of steps) await scratch.take(step)
  for (const name of namesOf(steps)) console.log(`  ${why.padEnd(21)}  ${name}`)
}

/** What a newcomer edits, and apart from that what is generated. */
async function countFiles() {
  const files = await scratch.changedFiles()
  const count = (folder: string) => files.filter(({ file }) => file.startsWith(folder)).length
  const edited = files.filter(({ file }) => !file.startsWith('migrations/'))
  return {
    'source files': count('src/'),
    'test files': count('test/'),
    'generated files': count('migrations/'),
    'lines added': edited.reduce((sum, { addedLines }) => sum + addedLines, 0),
  }
}

function namesOf(steps: readonly Step[]): string[] {
  return [...new Set(steps.map(nameOf))]
}
