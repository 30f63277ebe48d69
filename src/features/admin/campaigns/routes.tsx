import { Hono } from 'hono'
import type { AppEnv } from '../../../platform/http/context.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { showList } from '../../../ui/list/show-list.tsx'
import { liftInRow } from '../flags/lift-in-row.tsx'
import { campaignsList } from './campaigns-list.tsx'

const withState = query(listState(campaignsList.search))

export const campaignRoutes = new Hono<AppEnv>()

campaignRoutes.get(routes.admin.campaigns.pattern, withState, (c) =>
  showList(c, campaignsList, c.req.valid('query')),
)

campaignRoutes.post(
  routes.admin.campaignFlagRemoval.pattern,
  params({ campaignId: id<CampaignId>() }),
  withState,
  (c) =>
    liftInRow(c, campaignsList, c.req.valid('query'), {
      subject: 'campaign',
      id: c.req.valid('param').campaignId,
    }),
)
