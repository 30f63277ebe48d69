import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { selection } from '../selection.ts'
import { selectAvailable } from '../shortlists/queries.ts'
import { TooFewPage, TooManyPage } from './choice-page.tsx'
import { MAX_COMPARED, MIN_COMPARED } from './comparison.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { findCompared } from './queries.ts'

export const comparisonRoutes = new Hono<AppEnv>()

comparisonRoutes.get(routes.comparison.pattern, query(selection), async (c) => {
  const { db } = c.var
  const ids = c.req.valid('query').influencerId
  if (ids.length > MAX_COMPARED) {
    const people = await selectAvailable(db, { ids: JSON.stringify(ids) })
    return renderPage(c, { title: 'Compare', page: <TooManyPage people={people} /> })
  }

  const people = await findCompared(db, ids)
  if (people.length < MIN_COMPARED)
    return renderPage(c, { title: 'Compare', page: <TooFewPage people={people} /> })
  const gone = ids.length - people.length
  const page = <ComparisonPage people={people} gone={gone} viewer={viewerOf(c)} />
  return renderPage(c, { title: `Compare ${people.map(({ name }) => name).join(', ')}`, page })
})
