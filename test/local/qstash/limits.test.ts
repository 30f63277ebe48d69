import { QstashDailyRatelimitError } from '@upstash/qstash'
import { describe, expect, it, vi } from 'vitest'
import { day, start, useStandIn } from './stand-in.ts'

const world = useStandIn({ dailyLimit: 2 })

describe('the daily limit', () => {
  it('is a 429 that the client recognizes, until the next day', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const publish = () => world.client.publish({ url: world.target })
    await publish()
    await publish()
    await expect(publish()).rejects.toMatchObject({
      constructor: QstashDailyRatelimitError,
      status: 429,
      limit: '2',
      remaining: '0',
      reset: `${(Math.floor(start / day) + 1) * (day / 1_000)}`,
    })
    world.now += day
    await publish()
  })
})
