import { Hono } from 'hono'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { AppEnv } from '../../../src/platform/http/context.ts'
import { logError } from '../../../src/platform/http/log.ts'
import { routes } from '../../../src/routes.ts'

const SECRET = 'u2lHsmV_yk-4tqW9bDLrTg8hFvKzPx0C'

it.each([
  routes.calendarFeed.href({ file: `${SECRET}.ics` }),
  routes.unsubscribe.show.href({ token: `7.daily_reminder.${SECRET}` }),
  routes.unsubscribe.undo.href({ token: `7.daily_reminder.${SECRET}` }),
])('the log of an error does not show the secret in %s', async (path) => {
  const logged = await logOf(path)
  expect(logged).not.toContain(SECRET)
  expect(JSON.parse(logged)).toMatchObject({ path: path.replace(/[^/]{32,}/, '…'), message: 'broken' })
})

it('the log of an error names the page', async () => {
  expect(JSON.parse(await logOf('/settings/notifications/test/email'))).toMatchObject({
    path: '/settings/notifications/test/email',
  })
})

async function logOf(path: string): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'error').mockImplementation((line: string) => lines.push(line))
  onTestFinished(() => log.mockRestore())
  const app = new Hono<AppEnv>()
  app.get('*', (c) => {
    logError(c, new Error('broken'))
    return c.text('')
  })
  await app.request(path)
  return lines.join('\n')
}
