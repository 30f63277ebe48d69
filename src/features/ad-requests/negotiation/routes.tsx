import { Hono } from 'hono'
import { checkForm, parseForm, readForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppEnv } from '../../../platform/http/context.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { kindsIn } from '../../price-guidance/forms.ts'
import { acceptanceRoutes } from '../acceptance/routes.tsx'
import { propose, reject, sendMessage, withdraw } from '../ad-request.ts'
import { saveOffer, saveRejection, saveWithdrawal } from '../commands.ts'
import { deliverableDates } from '../deliverable-rows.ts'
import { messageForm, offerForm, rejectionForm } from '../forms.ts'
import { explainMessageLimit, saveMessage } from '../messages/commands.ts'
import { draftOf } from '../offer.ts'
import { answerQuery } from './open-form.ts'
import {
  blank,
  findOwn,
  findVisible,
  redirectToRequest,
  requestParams,
  show,
  showConflict,
  showRefusal,
} from './show.tsx'
import { startPrices } from './start-prices.ts'

export const negotiationRoutes = new Hono<AppEnv>()

negotiationRoutes.route('/', acceptanceRoutes)

negotiationRoutes.get(routes.adRequests.show.pattern, requestParams, query(answerQuery), async (c) => {
  const { adRequestId } = c.req.valid('param')
  const { answer, deliverableKind } = c.req.valid('query')
  const prices = answer === 'offer' ? startPrices(c, adRequestId, deliverableKind) : null
  return show(c, await findVisible(c, adRequestId, prices), { openForm: answer })
})

negotiationRoutes.post(routes.adRequests.offers.pattern, requestParams, async (c) => {
  const submitted = await readForm(c)
  const { adRequestId } = c.req.valid('param')
  const prices = startPrices(c, adRequestId, kindsIn(submitted.deliverableKind ?? []))
  const { found, adRequest, side } = await findOwn(c, adRequestId, prices)
  const dates = deliverableDates(found.campaign, c.var.now)
  const form = checkForm(submitted, offerForm(draftOf(adRequest.latest, side), dates))
  if (!form.ok) return show(c, found, { openForm: 'offer', form, status: 422 })

  const { offerNumber, proposal } = form.value
  const proposeNow = (current = adRequest) => propose(current, side, offerNumber, proposal, c.var.now)
  const proposed = proposeNow()
  if (!proposed.ok) return showRefusal(c, found, 'offer', form, proposed.refusal)

  const saved = await saveOffer(c.var.db, adRequest, proposed.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, adRequest.id, 'offer', form, proposeNow)
  return redirectToRequest(c, adRequest.id, adRequest.latest.madeBy === side ? 'offer_edited' : 'offer_sent')
})

negotiationRoutes.post(routes.adRequests.rejection.pattern, requestParams, async (c) => {
  const { found, adRequest, side } = await findOwn(c, c.req.valid('param').adRequestId)
  const form = await parseForm(c, rejectionForm)
  if (!form.ok) return show(c, found, { openForm: 'reject', form, status: 422 })

  const rejected = reject(adRequest, side, c.var.now)
  if (!rejected.ok) return showRefusal(c, found, 'reject', form, rejected.refusal)

  const saved = await saveRejection(c.var.db, adRequest, form.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, adRequest.id, 'reject', form)
  return redirectToRequest(c, adRequest.id, 'rejected')
})

negotiationRoutes.post(routes.adRequests.withdrawal.pattern, requestParams, async (c) => {
  const { found, adRequest, side } = await findOwn(c, c.req.valid('param').adRequestId)
  const withdrawn = withdraw(adRequest, side, c.var.now)
  if (!withdrawn.ok) return showRefusal(c, found, null, blank, withdrawn.refusal)

  const saved = await saveWithdrawal(c.var.db, adRequest, actionContextOf(c))
  if (!saved.ok) return showConflict(c, adRequest.id, null, blank)
  return redirectToRequest(c, adRequest.id, 'withdrawn')
})

negotiationRoutes.post(routes.adRequests.messages.pattern, requestParams, async (c) => {
  const { found, adRequest } = await findOwn(c, c.req.valid('param').adRequestId)
  const form = await parseForm(c, messageForm)
  if (!form.ok) return show(c, found, { openForm: 'message', form, status: 422 })

  const allowed = sendMessage(adRequest)
  if (!allowed.ok) return showRefusal(c, found, 'message', form, allowed.refusal)

  const { MESSAGES_PER_HOUR: max } = c.var.env
  const saved = await saveMessage(c.var.db, adRequest, form.value.message, max, actionContextOf(c))
  if (!saved.ok && saved.refusal === 'too_many') {
    const { timeZone } = viewerOf(c)
    const error = await explainMessageLimit(c.var.db, adRequest.id, max, { ...actionContextOf(c), timeZone })
    return show(c, found, { openForm: 'message', form: withErrors(form, { message: error }), status: 422 })
  }
  if (!saved.ok) return showConflict(c, adRequest.id, 'message', form, sendMessage)
  return redirectToRequest(c, adRequest.id, 'message_sent')
})
