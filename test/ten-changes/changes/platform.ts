import { expect } from 'vitest'
import { makePerson } from '../../support/people.ts'
import { addAfter, type Change } from '../change.ts'

export const platform: Change = {
  name: 'a platform',
  begin: [addAfter('src/shared/taxonomy.ts', "  blog: 'Blog',", "  threads: 'Threads',")],

  async probe(app) {
    const { browser } = await makePerson(app, 'influencer', { display_name: 'Mara on Threads' })
    await makePerson(app, 'influencer', { display_name: 'Somebody Else' })
    await browser.get('/settings/channels')
    const page = await browser.submit('Add channel', {
      platform: 'threads',
      handle: 'mara',
      url: 'https://threads.example/mara',
      followers: '1200',
      average_views: '700',
      average_likes: '80',
      average_comments: '9',
      posts_last_30_days: '6',
    })
    expect(page.text).toContain('Threads')

    const visitor = app.visitor()
    await visitor.get('/influencers')
    await visitor.submit('Search', { platform: 'threads' })
    expect(visitor.page.url).toContain('platform=threads')
    expect(visitor.page.text).toContain('1 influencer,')
    expect(visitor.sees('Mara on Threads')).toBe(true)
  },
}
