import { afterAll, beforeAll, expect, test } from 'vitest'
import { routeTable } from '../../route-table.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeSession, type Person } from '../../support/people.ts'
import { makeRouteFixtures } from '../../support/routes/route-fixtures.ts'
import { valuesOf } from '../../support/visitor.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** The text of a template that is chosen is in the reason by then. */
const JOINED = 'template'

const MIN_FORMS = 15

type Choices = Record<string, readonly string[]>

/** Pages with a form that only opens by a link. */
const openedByLink = [
  '/ad-requests/:adRequestId?answer=offer',
  '/ad-requests/:adRequestId?answer=reject',
  '/ad-requests/new?campaign_id=:campaignId&influencer_id=:influencerId',
  '/ad-requests/new?influencer_id=:influencerId&influencer_id=:userId',
]

test('checkboxes, radio buttons and selects are as they were chosen after a session has ended', async () => {
  const { people, pathOf } = await makeRouteFixtures(app)
  await app.db.execute("update campaigns set visibility = 'public'")
  const pages = [...Object.keys(routeTable).filter((route) => route.startsWith('GET ')), ...openedByLink].map(
    (page) => pathOf(page.replace('GET ', '')),
  )
  const tried = new Set<string>()
  const lost: string[] = []
  for (const person of people) {
    for (const page of pages.filter((path) => !/\.(pdf|csv|ics|txt|xml)$|healthz|calendar/.test(path))) {
      await person.browser.get(page)
      for (const { key, button } of buttonsWithChoices(person, tried)) {
        const { sent, shown } = await sendSignedOut(person, page, key, button)
        lost.push(...differences(sent, shown).map((difference) => `${key} of ${page}: ${difference}`))
        await person.browser.get(page)
      }
    }
  }
  expect(lost).toEqual([])
  // So many that none can be missing without a word.
  expect([...tried]).toEqual(expect.arrayContaining(['/campaigns', '/shortlists/:id/members/removal']))
  expect(tried.size).toBeGreaterThan(MIN_FORMS)
})

/** The buttons of the open page that send a form with choices, each action once. */
function buttonsWithChoices({ browser }: Person, tried: Set<string>) {
  return [...browser.page.document.querySelectorAll('button')].flatMap((button) => {
    const form = formOf(button)
    const key = pathless(actionOf(button))
    if (!form || methodOf(button) !== 'post' || tried.has(key)) return []
    if (Object.keys(choicesIn(form, (all) => all)).length === 0) return []
    tried.add(key)
    return [{ key, button }]
  })
}

async function sendSignedOut({ id, browser }: Person, page: string, key: string, button: Element) {
  const form = formOf(button)
  if (!form) throw new Error(`${key} has no form.`)
  const chosen = choicesIn(form, otherThan)
  const name = button.getAttribute('name')
  const fields = {
    ...valuesOf(form),
    ...chosen,
    ...(name ? { [name]: button.getAttribute('value') ?? '' } : {}),
  }
  await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [id] })
  await browser.post(actionOf(button), fields, { Referer: app.url + page })
  const next = new URL(browser.page.url, app.url).searchParams.get('next') ?? ''
  browser.setCookie('parley_session', await makeSession(app, id))
  // Without a way back, they open the page again: a choice of columns needs no session.
  await browser.get(next || page)
  const again = [...browser.page.document.querySelectorAll('button')].find(
    (one) => pathless(actionOf(one)) === key && methodOf(one) === 'post',
  )
  const shownIn = again && formOf(again)
  return {
    sent: chosen,
    shown: shownIn ? choicesIn(shownIn, (_, current) => current) : {},
  }
}

/** The fields whose choices are not shown as they were sent. A form may show more empty rows. */
function differences(sent: Choices, shown: Choices): string[] {
  const chosen = (choices: Choices, name: string) => (choices[name] ?? []).filter(Boolean).join()
  return Object.keys(sent)
    .filter((name) => name !== JOINED)
    .filter((name) => chosen(sent, name) !== chosen(shown, name))
    .map((name) => `${name} was ${chosen(sent, name)} and is ${chosen(shown, name)}`)
}

/** For each field with choices: which of its values to take. */
function choicesIn(
  form: Element,
  take: (all: string[], current: readonly string[], type: string) => string[] | readonly string[],
): Choices {
  const current = valuesOf(form)
  const groups = new Map<string, { all: string[]; type: string }>()
  const own = [...form.ownerDocument.querySelectorAll('select, input[type=checkbox], input[type=radio]')]
  for (const control of own) {
    const named = control.getAttribute('form')
    const name = control.getAttribute('name')
    if (!name || (named === null ? !form.contains(control) : named !== form.id)) continue
    const type = control.getAttribute('type') ?? 'select'
    const group = groups.get(name) ?? { all: [], type }
    const values =
      type === 'select'
        ? [[...control.querySelectorAll('option')].at(-1)?.getAttribute('value') ?? '']
        : [control.getAttribute('value') ?? 'on']
    groups.set(name, { ...group, all: [...group.all, ...values] })
  }
  return Object.fromEntries(
    [...groups].map(([name, { all, type }]) => [name, [...take(all, current[name] ?? [], type)]]),
  )
}

/** The last choice of each select and each group of radio buttons, and the checkboxes that are not ticked. */
function otherThan(all: readonly string[], current: readonly string[], type: string): string[] {
  if (type === 'select') return [...all]
  if (type === 'radio') return all.slice(-1)
  const others = all.filter((value) => !current.includes(value))
  // A list always has some columns.
  return others.length > 0 ? others : all.slice(0, 1)
}

function formOf(button: Element): Element | null {
  const named = button.getAttribute('form')
  return named === null ? button.closest('form') : button.ownerDocument.querySelector(`[id="${named}"]`)
}

function actionOf(button: Element): string {
  return button.getAttribute('formaction') ?? formOf(button)?.getAttribute('action') ?? ''
}

function methodOf(button: Element): string {
  return (button.getAttribute('formmethod') ?? formOf(button)?.getAttribute('method') ?? 'get').toLowerCase()
}

function pathless(action: string): string {
  return action.replace(/\?.*/, '').replace(/\d+/g, ':id')
}
