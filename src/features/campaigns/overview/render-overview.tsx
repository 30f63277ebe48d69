import type { AppContext } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { canManage } from '../policy.ts'
import { GoalsAndProgress, OverviewPage } from './overview-page.tsx'
import type { Overview } from './queries.ts'

type Options = { refusal?: string; status?: 200 | 409 | 422 }

export function renderOverview(c: AppContext, overview: Overview, { refusal, status = 200 }: Options = {}) {
  const props = { overview, canManage: canManage(c.var.viewer, overview.campaign) }
  return renderPage(c, {
    title: overview.campaign.name,
    page: <OverviewPage {...props} refusal={refusal} />,
    fragment: <GoalsAndProgress {...props} />,
    status,
  })
}
