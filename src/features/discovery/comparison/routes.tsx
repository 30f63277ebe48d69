import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { parseIds } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { selectAvailable } from '../shortlists/queries.ts'
import { MAX_CHOSEN } from '../shortlists/shortlist.ts'
import { TooFewPage, TooManyPage } from './choice-page.tsx'
import { MAX_COMPARED, MIN_COMPARED } from './comparison.ts'
import { ComparisonPage } from './comparison-page.tsx'
import { findCompared } from './queries.ts'

export const comparisonRoutes = new Hono<AppEnv>()

comparisonRoutes.get(routes.comparison.pattern, async (c) => {
  const { db } = c.var
  const ids = parseIds<UserId>(c.req.queries('influencer_id') ?? [], MAX_CHOSEN)
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
