import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from '../features/flags/world.ts'
import { type App, startApp } from '../support/app.ts'
import { makePerson } from '../support/people.ts'
import { type Page, type Visitor, valuesOf } from '../support/visitor.ts'
import { walk } from './walk.ts'

let app: App
let world: World
beforeAll(async () => {
  app = await startApp()
  world = await makeWorld(app)
  await makePerson(app, 'sponsor', { status: 'pending' })
})
afterAll(() => app.close())

/** What is wrong with the error summary of a page. */
function problemsOf({ document, url }: Page): string[] {
  const summary = document.querySelector('.form-errors')
  const links = [...(summary?.querySelectorAll('li a') ?? [])]
  const wrong = links.flatMap((link) => {
    const target = document.getElementById((link.getAttribute('href') ?? '').slice(1))
    if (!target) return [`${link.textContent}: nothing is at ${link.getAttribute('href')}`]
    if (!/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return [`${link.textContent}: leads to no field`]
    const text = link.textContent ?? ''
    return text.startsWith(`${labelOf(target)}: `) ? [] : [`${text}: the field is called ${labelOf(target)}`]
  })
  const secret = [...document.querySelectorAll('main input')].some((input) =>
    /^(?:password|file)$/.test(input.getAttribute('type') ?? ''),
  )
  const promise = secret && /Nothing you typed was lost/.test(summary?.textContent ?? '')
  return [...wrong, ...(promise ? ['promises to keep a password'] : [])].map(
    (problem) => `${url}: ${problem}`,
  )
}

/** The words on a field, or on the group that it is in. */
function labelOf(field: Element): string {
  const type = field.getAttribute('type')
  const group =
    type === 'radio' || type === 'checkbox' ? field.closest('fieldset')?.querySelector('legend') : null
  const label =
    group ?? field.ownerDocument.querySelector(`label[for="${field.id}"]`) ?? field.closest('label')
  const words = label?.cloneNode(true) as Element | undefined
  for (const mark of words?.querySelectorAll('.field-mark, .choice-hint') ?? []) mark.remove()
  const shown = (words?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const row = field.closest('.rows-row')?.querySelector('legend')?.textContent
  return row ? `${row}, ${shown.toLowerCase()}` : shown
}

/** Sends each form of a page with every field empty, and with every field too long. */
async function sendWrong(browser: Visitor, page: Page, seen: Set<string>): Promise<string[]> {
  const problems: string[] = []
  for (const form of page.document.querySelectorAll('main form[method=post]')) {
    const action = form.getAttribute('action') ?? ''
    const kind = action.replace(/\d+/g, 'N')
    const typed = [...form.querySelectorAll('input:not([type=hidden]), textarea, select')]
    if (seen.has(kind) || typed.length === 0 || action === '/sign-out') continue
    seen.add(kind)
    for (const value of ['', 'x'.repeat(6_000)]) {
      const names = typed.map((field) => field.getAttribute('name') ?? '')
      const fields = { ...valuesOf(form), ...Object.fromEntries(names.map((name) => [name, value])) }
      problems.push(...problemsOf(await browser.post(action, fields)))
    }
  }
  return problems
}

it.each(['visitor', 'sponsor', 'influencer', 'admin'] as const)(
  'the error summaries of a %s name fields by their labels and lead to them',
  async (role) => {
    const browser = role === 'visitor' ? app.visitor() : world[role].browser
    const starts = [
      '/',
      '/home',
      '/sign-up/sponsor',
      '/sign-up/influencer',
      '/forgot-password',
      '/settings/email',
      '/settings/account',
      '/campaigns/new',
      '/admin',
      '/shortlists',
      '/influencers?query=a',
      '/admin/reason-templates',
      '/admin/flags',
      `/ad-requests/${world.adRequestId}?answer=offer`,
      `/ad-requests/new?campaign_id=${world.campaignId}&influencer_id=${world.reader.id}`,
      `/admin/users/${world.rival.id}`,
      `/admin/flags/new?subject=campaign&subject_id=${world.campaignId}`,
      `/abuse-reports/new?subject=user&id=${world.rival.id}`,
    ]
    const seen = new Set<string>()
    const problems: string[] = []
    await walk(browser, starts, async (page) => {
      problems.push(...(await sendWrong(browser, page, seen)))
    })
    expect(problems).toEqual([])
    expect([...seen].length).toBeGreaterThan(2)
  },
)

it('an error in the second row of deliverables leads to that row', async () => {
  const { browser } = world.influencer
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await browser.get(`/ad-requests/${world.adRequestId}?answer=offer`)
  const page = await browser.post(`/ad-requests/${world.adRequestId}/offers`, {
    offer_number: '1',
    payment_amount: '5',
    deliverable_kind: ['reel', 'story'],
    deliverable_count: ['1', '99'],
    deliverable_due: [tomorrow, tomorrow],
  })
  const wrong = page.document.getElementById('field-deliverable_count-1')
  expect(wrong?.getAttribute('value')).toBe('99')
  expect(wrong?.hasAttribute('autofocus')).toBe(true)
  expect(page.text).toContain('Deliverable 2, how many: Enter how many, from 1 to 50')
})
