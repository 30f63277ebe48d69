import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseEnv } from '../../../src/env.ts'
import { deliverNotifications } from '../../../src/features/jobs/deliver.ts'
import { LEASE } from '../../../src/features/notifications/outbox.ts'
import { type Fixture, START, startFixture } from '../notifications/delivery/setup.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
  await fixture.reset()
})
afterAll(() => fixture.close())

/** The delivery that began at `START`, in a chunk that runs at `clock`. */
function chunkAt(clock: number) {
  const env = parseEnv({
    PUBLIC_URL: 'https://parley.example',
    APP_SECRET: 'a secret of 32 characters or more',
    TURSO_DATABASE_URL: 'http://localhost',
    RESEND_API_KEY: 'secret',
    RESEND_API_URL: fixture.mail.url,
  })
  return deliverNotifications({ db: fixture.db, env, now: START, clock }, '9')
}

// Otherwise the delivery of the next minute would take what a late chunk is sending right now.
it('leases messages from when a chunk runs, not from when the whole delivery began', async () => {
  const late = START + 2 * LEASE
  await fixture.tell({ at: late })
  await chunkAt(late)
  const [email] = await fixture.rows()
  expect(email).toMatchObject({ channel: 'email', state: 'sent', first_claimed_at: late })
  expect(email?.due_at).toBe(late + LEASE)
})
