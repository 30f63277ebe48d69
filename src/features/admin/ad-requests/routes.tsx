import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { liftInRow } from '../flags/lift-in-row.tsx'
import { adRequestsList } from './ad-requests-list.tsx'

const withState = query(listState(adRequestsList.search))

export const adRequestRoutes = new Hono<AppEnv>()

adRequestRoutes.get(routes.admin.adRequests.pattern, withState, (c) =>
  showList(c, adRequestsList, c.req.valid('query')),
)

adRequestRoutes.post(
  routes.admin.adRequestFlagRemoval.pattern,
  params({ adRequestId: id<AdRequestId>() }),
  withState,
  (c) =>
    liftInRow(c, adRequestsList, c.req.valid('query'), {
      subject: 'ad_request',
      id: c.req.valid('param').adRequestId,
    }),
)
