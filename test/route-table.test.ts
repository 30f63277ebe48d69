import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { app as hono } from '../src/app.tsx'
import { parameterPattern, type Route, routes } from '../src/routes.ts'
import { routeTable } from './route-table.ts'
import { type App, startApp } from './support/app.ts'
import { makeRouteFixtures, type RouteFixtures } from './support/routes/route-fixtures.ts'
import type { Visitor } from './support/visitor.ts'

let app: App
/** For reading: it changes none of them. */
let readOnly: RouteFixtures
beforeAll(async () => {
  app = await startApp()
  readOnly = await makeRouteFixtures(app)
})
afterAll(() => app.close())

// Middleware is for all methods, a handler for one.
const handled = [
  ...new Set(
    hono.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(parameterPattern, ':$1')}`),
  ),
]

test('every URL has a handler', () => {
  const patterns = hono.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path)
  const missing = allRoutes(routes)
    .filter(({ pattern }) => !patterns.includes(pattern))
    .map(({ pattern, branch }) => `${pattern} has no handler: add it to ${placesFor(branch).join(' or ')}`)
  expect(missing).toEqual([])
})

test('the table has every route of the app, and no others', () => {
  const change = 'Change the rows in test/route-table.ts, which says who may use each route'
  expect(handled.toSorted(), change).toEqual(Object.keys(routeTable).toSorted())
})

test('a sponsor who waits for approval may open whatever a visitor may', () => {
  const closed = Object.entries(routeTable)
    .filter(([route, [visitor, waiting]]) => route.startsWith('GET') && visitor === '+' && waiting !== '+')
    .map(([route]) => route)
  expect(closed).toEqual([])
})

describe.each(Object.entries(routeTable))('%s', (route, expected) => {
  test(`lets in ${expected}`, async () => {
    const [method = '', pattern = ''] = route.split(' ')
    const { browsers, pathOf } = method === 'GET' ? readOnly : await makeRouteFixtures(app)
    // Those of machines have no page.
    const isForBrowsers = method === 'POST' && !/^\/(jobs|webhooks)\//.test(pattern)
    for (const [index, browser] of browsers.entries()) {
      if (isForBrowsers && expected[index] === '+') await expectPage(browser, pathOf(pattern))
    }

    let seen = ''
    for (const browser of browsers) {
      const response = await browser.send(pathOf(pattern), { method, headers: { Origin: app.url } })
      await response.body?.cancel()
      seen += outcomeOf(route, response)
    }
    expect(seen, `If this is intended, change the row of ${route} in test/route-table.ts`).toBe(expected)
  })
})

/** A form that was refused leaves the URL of its action in the address bar. Opening it leads to a page. */
async function expectPage(browser: Visitor, path: string): Promise<void> {
  const { status, url } = await browser.get(path)
  // The token is for another kind of link, and their page says that it cannot be used.
  const isDeadLink = /^\/(email-confirmation|email-change-undo|password-reset)\//.test(path)
  expect({ path, status, url }).toMatchObject({ path, status: isDeadLink ? 410 : 200 })
}

interface PlacedRoute extends Route<string> {
  /** `adRequests` for `routes.adRequests.show`; empty for `routes.about`. */
  readonly branch: string
}

function allRoutes(tree: object, branch = ''): PlacedRoute[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    'pattern' in value ? [{ ...value, branch }] : allRoutes(value, branch || name),
  )
}

/** Where a newcomer would look for the handler: the feature's routes, or the pages that belong to none. */
function placesFor(branch: string): string[] {
  const feature = `src/features/${branch.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/routes.tsx`
  const isFeature = branch !== '' && existsSync(join(import.meta.dirname, '..', feature))
  return isFeature ? [feature] : ['src/features/marketing/pages/static-pages.tsx', "its feature's routes.tsx"]
}

function outcomeOf(route: string, { status, headers }: Response): string {
  const location = headers.get('Location') ?? ''
  const sentToSignIn = status === 303 && location.startsWith('/sign-in')
  if (sentToSignIn && route !== 'POST /sign-out') return 's'
  const sentToWait = status === 303 && location === '/waiting'
  if (sentToWait && route !== 'POST /waiting/resubmission') return 'w'
  if (status === 404) return '0'
  if (status === 403) return 'x'
  if (status === 401) return 'u'
  return status < 500 ? '+' : String(status)
}
