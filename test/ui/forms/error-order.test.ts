import { afterAll, beforeAll, expect, test } from 'vitest'
import { routeTable } from '../../route-table.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeRouteFixtures } from '../../support/routes/route-fixtures.ts'
import type { Page } from '../../support/visitor.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const roles = { visitor: 0, sponsor: 2, influencer: 4, admin: 6 } as const

test.each(Object.entries(roles))(
  'the errors of an empty form are in the order of its fields (%s)',
  async (_, column) => {
    const { browsers, pathOf } = await makeRouteFixtures(app)
    const browser = browsers[column]
    if (!browser) throw new Error('There is nobody in this column.')
    const wrong: Record<string, readonly string[]> = {}
    let checked = 0
    for (const path of pagesOf(column).map(pathOf)) {
      for (const form of formsOn(await browser.get(path))) {
        const { fields, order } = await browser.post(form.action, form.fields).then(errorsOn)
        if (fields.length > 1) checked += 1
        if (fields.join() !== order.join()) wrong[`${path}: ${form.action}`] = fields
      }
    }
    expect(wrong).toEqual({})
    expect(checked).toBeGreaterThan(0)
  },
)

function pagesOf(column: number): string[] {
  return Object.entries(routeTable)
    .filter(([route, who]) => route.startsWith('GET ') && who[column] === '+')
    .map(([route]) => route.slice('GET '.length))
    .filter((path) => !noPage.test(path))
}

const noPage = /^\/(healthz|robots|sitemap|calendar\/)|\.(csv|pdf)$/

/** The forms into which somebody types, with nothing typed. */
function formsOn({ document }: Page) {
  const forms = [...document.querySelectorAll('main form[method=post]')]
  return forms
    .filter((form) => form.querySelectorAll('textarea, input:not([type=hidden])').length > 1)
    .map((form) => ({
      action: form.getAttribute('action') ?? '',
      fields: Object.fromEntries(
        [...form.querySelectorAll('[name]')].map((field) => [
          field.getAttribute('name') ?? '',
          field.getAttribute('type') === 'hidden' ? (field.getAttribute('value') ?? '') : '',
        ]),
      ),
    }))
}

/** The ids of the fields that the summary links to, and the same in the order of the page. */
function errorsOn({ document }: Page) {
  const links = [...document.querySelectorAll('.form-errors li a')]
  const fields = links.map((link) => link.getAttribute('href')?.slice(1) ?? '')
  const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => id)
  return { fields, order: fields.toSorted((one, other) => ids.indexOf(one) - ids.indexOf(other)) }
}
