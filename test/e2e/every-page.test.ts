import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { named } from '../../local/demo/accounts.ts'
import { loadDemo } from '../../local/demo.ts'
import { makeSession } from '../support/people.ts'
import { keepThings } from './stage/kept.ts'
import { problemsOf, problemsOfWidth } from './stage/page-checks.ts'
import { type Ids, pagesOf, pathOf, roles, thingsOf } from './stage/pages.ts'
import type { Player } from './stage/player.ts'
import { admin, type Stage, startStage } from './stage/stage.ts'
import { phone } from './stage/variants.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
  await loadDemo(stage.app.db, { influencers: 60, seed: 7, now: Date.now() })
  const { sponsor, influencer } = named
  await keepThings(stage.app, { sponsor: sponsor.username, influencer: influencer.username })
})
afterEach(() => expect(stage.takeTroubles()).toEqual([]))
afterAll(() => stage.close())

const usernames: Record<(typeof roles)[number], string | null> = {
  visitor: null,
  'waiting sponsor': named.waiting.username,
  'rejected sponsor': named.rejected.username,
  sponsor: named.sponsor.username,
  influencer: named.influencer.username,
  admin: admin.username,
}

describe.each(roles)('%s', (role) => {
  let player: Player
  let things: Ids
  beforeAll(async () => {
    things = await thingsOf(stage.app.db, usernames[role])
    player = await stage.player(phone, things.user ? await makeSession(stage.app, things.user) : null)
  })
  afterAll(() => player.leave())

  test.each(pagesOf(role))('%s is for everybody, on any screen', async (pattern) => {
    const { page } = player
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 360, height: 740 })
    await player.open(pathOf(pattern, things), pattern === '/nowhere' ? 404 : 200)
    expect(await problemsOf(page, 'sight')).toEqual([])

    await page.setViewportSize({ width: 320, height: 740 })
    expect(await problemsOfWidth(page)).toEqual([])

    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await problemsOf(page, 'everything')).toEqual([])
  })
})
