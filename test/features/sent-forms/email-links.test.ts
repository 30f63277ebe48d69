import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { linkIn } from '../../support/mail/links.ts'
import { makePerson, makeSession, PASSWORD, type Person } from '../../support/people.ts'

const NEW = 'eleven loud herons'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

describe('a form behind an e-mailed link', () => {
  test('works after the session has ended, and its token is not stored', async () => {
    const mara = await makePerson(app, 'influencer')
    await openResetLink(mara)
    await endSessions(mara)
    await mara.browser.submit('Set password', { new_password: NEW })
    expect(mara.browser.sees('Password changed. Sign in with the new one.')).toBe(true)
    expect(await tokensStored()).toEqual([])
  })

  test('works if another account is signed in by then', async () => {
    const [mara, north] = [await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
    const link = await openResetLink(mara)
    mara.browser.setCookie('parley_session', await makeSession(app, north.id))
    await mara.browser.submit('Set password', { new_password: NEW })
    expect(mara.browser.sees('Password changed.')).toBe(true)
    expect((await mara.browser.get(link)).text).not.toContain('Set password')
    expect(await tokensStored()).toEqual([])
  })
})

test('a form that was kept twice leads to no page with a token', async () => {
  const mara = await makePerson(app, 'influencer')
  const { browser } = mara
  await browser.get('/settings/profile')
  for (const bio of ['Typed the first time', 'Typed the second time']) {
    await endSessions(mara)
    const unsent = new URL(browser.page.url, app.url).href
    const form = browser.form('Save')
    const token = form.querySelector('[name=form_token]')?.getAttribute('value') ?? ''
    await browser.post('/settings/profile', { bio, form_token: token }, { Referer: unsent })
    await browser.submit('Sign in', { username: mara.username, password: PASSWORD })
    expect(browser.page.html).toContain(bio)
  }
  const { rows } = await app.db.execute('select path, page from kept_forms order by kept_at')
  expect(rows).toHaveLength(2)
  expect(await tokensStored()).toEqual([])
})

describe('the table of used forms', () => {
  beforeEach(async () => {
    await app.db.execute('delete from used_forms')
  })

  test('does not grow when somebody asks for links all the time', async () => {
    const mara = await makePerson(app, 'influencer')
    for (let request = 0; request < 5; request++) {
      await mara.browser.get('/forgot-password')
      await mara.browser.submit('Send the link', { account: `nobody${request}` })
    }
    expect(await countUsed()).toBe(0)
  })

  test("does not grow with a visitor's token, which has room for a million forms", async () => {
    const mara = await makePerson(app, 'influencer')
    await openResetLink(mara)
    const visitor = app.visitor()
    await visitor.get(await openResetLink(mara, 2))
    const field = visitor.form('Set password').querySelector('[name=form_token]')
    const page = (field?.getAttribute('value') ?? '').replace(/\d+$/, '')
    for (let form = 1; form <= 5; form++) {
      const fields = { username: mara.username, password: PASSWORD, form_token: `${page}${form}` }
      await app.visitor().post('/sign-in', fields)
    }
    expect(await countUsed()).toBe(0)
  })
})

/** Asks for a link for a new password, and opens it while signed in. */
async function openResetLink({ browser, username }: Person, count = 1): Promise<string> {
  await browser.get('/forgot-password')
  await browser.submit('Send the link', { account: username })
  const link = await linkIn(app, { to: `${username}@example.com`, subject: 'Set a new password', count })
  await browser.get(link)
  return link
}

async function endSessions({ id }: Person): Promise<void> {
  await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [id] })
}

/** Addresses with a token that are stored in clear, where forms are remembered. */
async function tokensStored() {
  const { rows } = await app.db.execute(
    'select path as address from kept_forms union select page from kept_forms union select location from used_forms',
  )
  return rows.filter(({ address }) => /[^/?&=]{32,}/.test(String(address)))
}

async function countUsed(): Promise<number> {
  const { rows } = await app.db.execute('select count(*) as count from used_forms')
  return Number(rows[0]?.count)
}
