import { Hono } from 'hono'
import { parseForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { routes } from '../../../routes.ts'
import { accept } from '../ad-request.ts'
import { saveAcceptance } from '../commands.ts'
import { acceptanceForm } from '../forms.ts'
import {
  findOwn,
  findVisible,
  redirectToRequest,
  requestParams,
  show,
  showRefusal,
} from '../negotiation/show.tsx'
import type { Refusal } from '../refusal.ts'
import { agreedTerms } from './agreed-terms.ts'
import { saveBudgetShortage } from './budget-shortage.ts'

export const acceptanceRoutes = new Hono<AppEnv>()

/** Only the page that shows all the terms (`?answer=accept`) has this form. */
acceptanceRoutes.post(routes.adRequests.acceptance.pattern, requestParams, async (c) => {
  const own = await findOwn(c, c.req.valid('param').adRequestId)
  const form = await parseForm(c, acceptanceForm)
  if (!form.ok) return show(c, own.found, { openForm: 'accept', form, status: 422 })

  const { offerNumber, campaignVersion } = form.value
  const acceptNow = (current = own.adRequest) =>
    accept(current, own.side, offerNumber, c.var.now, campaignVersion)
  const accepted = acceptNow()
  if (!accepted.ok) return refuse(c, own, form, accepted.refusal)

  const terms = agreedTerms(own.found, c.var.env.PLATFORM_FEE_PERCENT)
  const saved = await saveAcceptance(c.var.db, own.adRequest, terms, actionContextOf(c))
  if (saved.ok) return redirectToRequest(c, own.adRequest.id, 'accepted')

  const found = await findVisible(c, own.adRequest.id)
  const now = acceptNow(found.adRequest)
  // If nothing refuses it now, somebody changed something and changed it back. Then they see the newer page.
  if (now.ok) return show(c, found, { openForm: 'accept', form, status: 409 })
  return refuse(c, { ...own, found, adRequest: found.adRequest }, form, now.refusal, 409)
})

type Own = Awaited<ReturnType<typeof findOwn>>

/** Shows the terms as they are now. A sponsor learns that the influencer is waiting for a higher budget. */
async function refuse(
  c: AppContext,
  { found, adRequest, side }: Own,
  form: Parameters<typeof showRefusal>[3],
  refusal: Refusal,
  status?: 409 | 422,
) {
  if (refusal.kind === 'over_budget' && side === 'influencer') {
    await saveBudgetShortage(c.var.db, adRequest, actionContextOf(c))
  }
  return showRefusal(c, found, 'accept', form, refusal, status)
}
