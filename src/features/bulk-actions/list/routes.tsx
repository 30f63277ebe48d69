import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../../../platform/http/context.ts'
import { afterParam, cutPage, PAGE_SIZE } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { BulkActionId } from '../../../shared/ids.ts'
import { selectActions } from '../queries.ts'
import { ActionList, ActionsPage } from './actions-page.tsx'

export const listRoutes = new Hono<AppEnv>()

listRoutes.get(
  routes.admin.bulkActions.index.pattern,
  query(z.object({ after: afterParam(1) })),
  async (c) => {
    const { after } = c.req.valid('query')
    const rows = await selectActions(c.var.db, (after?.[0] ?? null) as BulkActionId | null)
    const props = { page: cutPage(rows, PAGE_SIZE, ({ id }) => [id]), isFirst: after === null }
    return renderPage(c, {
      title: 'Bulk actions',
      page: <ActionsPage {...props} />,
      fragment: <ActionList {...props} />,
    })
  },
)
