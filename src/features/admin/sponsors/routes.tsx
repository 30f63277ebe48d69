import { Hono } from 'hono'
import { parseForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { type Answer, tooLateMessage } from '../../sponsors/approvals/answer.ts'
import { answerSponsor } from '../../sponsors/approvals/commands.ts'
import { approvalForm, rejectionForm } from '../forms.ts'
import { listPageQuery, type SponsorListPage, sponsorListQuery } from './list.ts'
import { listSponsors } from './queries.ts'
import { SponsorsPage, SponsorTable } from './sponsors-page.tsx'

const redirectWith = flashTexts({
  sponsor_approved: 'Approved. The sponsor has been notified.',
  sponsor_rejected: 'Rejected. The sponsor has been notified with your reason.',
})

const withId = params({ userId: id<UserId>() })
const withListPage = query(sponsorListQuery)

export const sponsorRoutes = new Hono<AppEnv>()

sponsorRoutes.get(routes.admin.sponsors.pattern, withListPage, async (c) => {
  const listPage = c.req.valid('query')
  const { page } = await listSponsors(c.var.db, listPage)
  return showSponsors(c, { page, listPage })
})

sponsorRoutes.post(routes.admin.approval.pattern, withId, withListPage, async (c) => {
  const target = { ...c.req.valid('param'), listPage: c.req.valid('query') }
  const form = await parseForm(c, approvalForm)
  if (!form.ok) return showTooLate(c, target)
  return answer(c, target, form.value.version, { kind: 'approved' })
})

sponsorRoutes.post(routes.admin.rejection.pattern, withId, withListPage, async (c) => {
  const target = { ...c.req.valid('param'), listPage: c.req.valid('query') }
  const form = await parseForm(c, rejectionForm)
  if (!form.ok) {
    const { page, sponsor } = await listSponsors(c.var.db, target.listPage, target.userId)
    if (!sponsor) throw notFound()
    const rejection = { id: target.userId, form }
    return showSponsors(c, { page, listPage: target.listPage, rejection, status: 422 })
  }
  const { version, reason } = form.value
  return answer(c, target, version, { kind: 'rejected', reason })
})

interface Target {
  readonly userId: UserId
  readonly listPage: SponsorListPage
}

async function answer(c: AppContext, target: Target, version: number, answer: Answer) {
  const account = { id: target.userId, version }
  const answered = await answerSponsor(c.var.db, account, answer, actionContextOf(c))
  if (!answered.ok) return showTooLate(c, target)
  return redirectWith(c, `sponsor_${answer.kind}`, routes.admin.sponsors.href(listPageQuery(target.listPage)))
}

async function showTooLate(c: AppContext, { userId, listPage }: Target) {
  const { page, sponsor } = await listSponsors(c.var.db, listPage, userId)
  if (!sponsor) throw notFound()
  const problem = tooLateMessage(sponsor.company, sponsor.status)
  return showSponsors(c, { page, listPage, problem, status: 409 })
}

type Shown = Parameters<typeof SponsorsPage>[0] & { status?: 409 | 422 }

function showSponsors(c: AppContext, { status, ...props }: Shown) {
  return renderPage(c, {
    title: 'Sponsors',
    page: <SponsorsPage {...props} />,
    fragment: <SponsorTable {...props} />,
    ...(status && { status }),
  })
}
