import { Hono } from 'hono'
import { parseForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { approvalForm, rejectionForm } from '../forms.ts'
import { type Answer, whyTooLate } from './decision.ts'
import { type SponsorPlace, sponsorListHref, sponsorState } from './list.ts'
import { answerSponsor, keyLength, listSponsors } from './queries.ts'
import { SponsorsPage, SponsorTable } from './sponsors-page.tsx'

const redirectWith = flashTexts({
  sponsor_approved: 'Approved. The sponsor has been told.',
  sponsor_rejected: 'Rejected. The sponsor has been told why.',
})

export const sponsorRoutes = new Hono<AppEnv>()

sponsorRoutes.get(routes.admin.sponsors.pattern, async (c) => {
  const { page } = await readList(c, null)
  return showSponsors(c, { page })
})

sponsorRoutes.post(routes.admin.approval.pattern, async (c) => {
  const form = await parseForm(c, approvalForm)
  if (!form.ok) return showTooLate(c)
  return answer(c, form.value.version, { kind: 'approved' })
})

sponsorRoutes.post(routes.admin.rejection.pattern, async (c) => {
  const form = await parseForm(c, rejectionForm)
  if (!form.ok) {
    const id = idParam<UserId>(c, 'userId')
    const { page, also } = await readList(c, id)
    if (!also) throw notFound()
    return showSponsors(c, { page, rejecting: { id, form }, status: 422 })
  }
  const { version, reason } = form.value
  return answer(c, version, { kind: 'rejected', reason })
})

async function answer(c: AppContext, version: number, answer: Answer) {
  const { db, now } = c.var
  const sponsorId = idParam<UserId>(c, 'userId')
  const answered = await answerSponsor(db, { sponsorId, version, actor: viewerOf(c).id, answer, now })
  if (!answered.ok) return showTooLate(c)
  return redirectWith(c, `sponsor_${answer.kind}`, sponsorListHref(placeOf(c)))
}

async function showTooLate(c: AppContext) {
  const { page, also } = await readList(c, idParam<UserId>(c, 'userId'))
  if (!also) throw notFound()
  return showSponsors(c, { page, problem: whyTooLate(also.company, also.status), status: 409 })
}

type Shown = Omit<Parameters<typeof SponsorsPage>[0], 'place'> & { status?: 200 | 409 | 422 }

function showSponsors(c: AppContext, { status = 200, ...shown }: Shown) {
  const props = { ...shown, place: placeOf(c) }
  return renderPage(c, {
    title: 'Sponsors',
    page: <SponsorsPage {...props} />,
    fragment: <SponsorTable {...props} />,
    status,
  })
}

function readList(c: AppContext, also: UserId | null) {
  const { state, after } = placeOf(c)
  return listSponsors(c.var.db, state, afterParam(keyLength(state)).parse(after), also)
}

// Actions carry the list's own query, so that it comes back as it was left.
function placeOf(c: AppContext): SponsorPlace {
  const state = sponsorState.parse(c.req.query('status'))
  const after = c.req.query('after') ?? null
  return { state, after: afterParam(keyLength(state)).parse(after) && after }
}
