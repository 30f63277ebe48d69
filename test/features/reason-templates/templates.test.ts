import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moved, withChosenReason } from '../../../src/features/reason-templates/reason-template.ts'
import type { ReasonTemplateId } from '../../../src/shared/ids.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
let admin: Person
beforeAll(async () => {
  app = await startApp()
  admin = await makePerson(app, 'admin', { display_name: 'Ada' })
})
afterAll(() => app.close())

const PAGE = '/admin/reason-templates'

async function add(title: string, text: string): Promise<void> {
  await admin.browser.get(PAGE)
  await admin.browser.submit('Add template', { purpose: 'sponsor_rejection', title, text })
}

async function titles(): Promise<unknown[]> {
  const { rows } = await app.db.execute(
    'select title from reason_templates where retired_at is null order by purpose, position, id',
  )
  return rows.map(({ title }) => title)
}

describe('reason templates', () => {
  it('are added, ordered, edited, retired and offered again, each in the audit log', async () => {
    await add('No website', 'Your website does not open.')
    expect(admin.browser.sees('Template added.')).toBe(true)
    await add('No profile', 'Your profile does not say what you sell.')
    await add('Poser', 'Another company is known by that name.')
    await admin.browser.submit('Move Poser up', { direction: 'up' })
    await admin.browser.submit('Move Poser up', { direction: 'up' })
    await admin.browser.submit('Move Poser up', { direction: 'up' })
    expect(await titles()).toEqual(['Poser', 'No website', 'No profile'])

    await admin.browser.click('Poser')
    await admin.browser.submit('Save', { title: 'Known name' })
    expect(await titles()).toEqual(['Known name', 'No website', 'No profile'])
    await admin.browser.click('Known name')
    await admin.browser.submit('Retire template')
    expect(await titles()).toEqual(['No website', 'No profile'])
    await admin.browser.submit('Offer again: Known name')
    expect(await titles()).toHaveLength(3)

    const { rows } = await app.db.execute(
      "select kind, audited from events where subject = 'reason_template' order by id",
    )
    expect(rows.every(({ audited }) => audited === 1)).toBe(true)
    expect(rows.map(({ kind }) => kind)).toEqual([
      'added',
      'added',
      'added',
      'moved',
      'moved',
      'edited',
      'retired',
      'restored',
    ])
  })

  it('keep what was typed when something is wrong', async () => {
    await add('', 'A text without a title.')
    expect(admin.browser.page.status).toBe(422)
    expect(admin.browser.sees('Enter a short title')).toBe(true)
    expect(admin.browser.page.html).toContain('A text without a title.')
  })

  it('are not overwritten by an admin who has not seen the newer wording', async () => {
    const { rows } = await app.db.execute("select id from reason_templates where title = 'No website'")
    const path = `${PAGE}/${rows[0]?.id}`
    const bo = await makePerson(app, 'admin')
    await admin.browser.get(path)
    await bo.browser.get(path)
    await bo.browser.submit('Save', { text: 'Your website is empty.' })
    await admin.browser.submit('Save', { text: 'Your website is gone.' })
    expect(admin.browser.page.status).toBe(409)
    expect(admin.browser.sees('It now says “No website: Your website is empty.”')).toBe(true)
    expect(admin.browser.page.html).toContain('Your website is gone.')
    await admin.browser.submit('Save')
    const after = await app.db.execute({
      sql: 'select text from reason_templates where id = ?',
      args: [Number(rows[0]?.id)],
    })
    expect(after.rows).toEqual([{ text: 'Your website is gone.' }])
  })

  it('give the reason of a rejection without JavaScript, alone or with own words', async () => {
    const { rows } = await app.db.execute("select id, text from reason_templates where title = 'No profile'")
    const [template, text] = [String(rows[0]?.id), String(rows[0]?.text)]
    for (const [words, reason] of [
      ['', text],
      ['Please add it.', `${text}\n\nPlease add it.`],
    ] as const) {
      const sponsor = await makePerson(app, 'sponsor', {
        status: 'pending',
        display_name: `Reasoned ${words.length}`,
      })
      await admin.browser.get(`/admin/sponsors?query=reasoned%20${words.length}`)
      expect(admin.browser.sees('No profile')).toBe(true)
      await admin.browser.submit('Reject sponsor', { template, reason: words })
      expect(admin.browser.sees('Rejected. The sponsor has been notified with your reason.')).toBe(true)
      const stored = await app.db.execute({
        sql: 'select status_reason from users where id = ?',
        args: [sponsor.id],
      })
      expect(stored.rows).toEqual([{ status_reason: reason }])
    }
    const sponsor = await makePerson(app, 'sponsor', { status: 'pending', display_name: 'Reasoned in bulk' })
    await admin.browser.get(`/admin/bulk-actions/new?kind=sponsor_rejection&selected=${sponsor.id}`)
    await admin.browser.submit('Reject 1 sponsor', { template, reason: 'Thanks.' })
    const stored = await app.db.execute({
      sql: 'select status_reason from users where id = ?',
      args: [sponsor.id],
    })
    expect(stored.rows).toEqual([{ status_reason: `${text}\n\nThanks.` }])
    // The next time, an admin sees why.
    await admin.browser.get('/admin/sponsors?status=rejected&query=bulk')
    expect(admin.browser.page.text).toMatch(/Rejected just now: Your profile does not say what you sell/)
  })
})

describe('templates without JavaScript', () => {
  const choose = async (purpose: string, title: string, text: string) => {
    await admin.browser.get(PAGE)
    await admin.browser.submit('Add template', { purpose, title, text })
    const { rows } = await app.db.execute('select max(id) as id from reason_templates')
    return String(rows[0]?.id)
  }

  it('give the note of a single flag', async () => {
    const template = await choose('flag', 'Bought followers', 'Your followers seem to be bought.')
    const mara = await makePerson(app, 'influencer')
    await admin.browser.get(`/admin/flags/new?subject=user&subject_id=${mara.id}`)
    await admin.browser.submit('Flag and notify', { template, flag_reason: '', reason: 'Explain it.' })
    expect(admin.browser.page.status).toBe(422)
    expect(admin.browser.page.html).toContain('Your followers seem to be bought.\n\nExplain it.')
    await admin.browser.submit('Flag and notify', { flag_reason: 'misleading_figures' })
    const { rows } = await app.db.execute({
      sql: 'select reason, note from flags where owner_id = ?',
      args: [mara.id],
    })
    expect(rows).toEqual([
      { reason: 'misleading_figures', note: 'Your followers seem to be bought.\n\nExplain it.' },
    ])
  })

  it('give the reason of a single suspension, and of its change', async () => {
    const template = await choose('suspension', 'Spam', 'You sent the same text to everybody.')
    const mara = await makePerson(app, 'influencer')
    await admin.browser.get(`/admin/users/${mara.id}`)
    await admin.browser.submit('Suspend', { template, length: 'week', reason: '' })
    expect(admin.browser.sees('You sent the same text to everybody.')).toBe(true)
    await admin.browser.submit('Change suspension', { template, reason: 'Again.', length: 'month' })
    const { rows } = await app.db.execute({
      sql: 'select suspension_reason from users where id = ?',
      args: [mara.id],
    })
    expect(rows).toEqual([{ suspension_reason: 'You sent the same text to everybody.\n\nAgain.' }])
  })
})

describe('a chosen template', () => {
  const choices = [{ id: 7 as ReasonTemplateId, text: 'No website.' }]

  it('is not repeated if the words begin with it', () => {
    const values = { template: ['7'], reason: ['No website. Please add one.'] }
    expect(withChosenReason(values, choices).reason).toEqual(['No website. Please add one.'])
  })

  it('that is not offered changes nothing', () => {
    const values = { template: ['8'], reason: ['Words'] }
    expect(withChosenReason(values, choices)).toBe(values)
  })
})

it('moves a member of a list by one place, if there is one', () => {
  expect(moved([1, 2, 3], 2, 'up')).toEqual([2, 1, 3])
  expect(moved([1, 2, 3], 2, 'down')).toEqual([1, 3, 2])
  expect(moved([1, 2, 3], 1, 'up')).toEqual([1, 2, 3])
  expect(moved([1, 2, 3], 3, 'down')).toEqual([1, 2, 3])
  expect(moved([1, 2, 3], 9, 'up')).toEqual([1, 2, 3])
})
