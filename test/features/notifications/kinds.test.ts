import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { notificationKinds } from '../../../src/features/notifications/notification-kinds.ts'

const root = join(import.meta.dirname, '../../..')
const sources = globSync(join(root, 'src/**/*.{ts,tsx}')).map((file) => ({
  name: relative(root, file),
  text: readFileSync(file, 'utf8'),
}))
const writers = sources.filter(({ name }) => name.endsWith('/notifications.ts'))

test('every kind of notification has its sentences in a notifications.ts', () => {
  const missing = Object.entries(notificationKinds)
    .filter(([kind]) => !writers.some(({ text }) => text.includes(`'${kind}'`)))
    .map(([kind, { about }]) => `${kind} is never sent: write it in ${writersAbout(about).join(' or ')}`)
  expect(missing).toEqual([])
})

test('every notification is part of a command', () => {
  const unused = writers.flatMap(({ name, text }) =>
    [...text.matchAll(/^export function (\w+)/gm)]
      .map(([, writer = '']) => writer)
      .filter((writer) => !sources.some((other) => other.name !== name && other.text.includes(writer)))
      .map((writer) => `${writer} is never called: add it to a batch in ${dirname(name)}/commands.ts`),
  )
  expect(unused).toEqual([])
})

/** The files with other notifications about the same thing. */
function writersAbout(about: string): string[] {
  const kinds = Object.entries(notificationKinds).filter(([, kind]) => kind.about === about)
  return writers
    .filter(({ text }) => kinds.some(([kind]) => text.includes(`'${kind}'`)))
    .map(({ name }) => name)
}
