import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { scripts } from '../../package.json'

const measuring = Object.entries(scripts).filter(([, command]) => command.startsWith('node test/bench/'))

// Each reads its flags first, so all that it imports has been loaded by then.
it.each(measuring)('npm run %s loads, and refuses a flag that it does not know', async (_, command) => {
  const [, file = ''] = command.split(' ')
  const run = promisify(execFile)(process.execPath, [file, '--unknown'])
  await expect(run).rejects.toMatchObject({ stderr: expect.stringContaining("Unknown option '--unknown'") })
})
