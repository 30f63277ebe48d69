import { Hono } from 'hono'
import { checkForm, type FormState, parseForm, readForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import { kindsIn } from '../../price-guidance/forms.ts'
import { PriceGuidanceLines } from '../../price-guidance/price-guidance-note.tsx'
import { accept, propose, reject, withdraw } from '../ad-request.ts'
import { saveAcceptance, saveMessage, saveOffer, saveRejection, saveWithdrawal } from '../commands.ts'
import { deliverableDates } from '../deliverable-rows.ts'
import { acceptanceForm, messageForm, offerForm, rejectionForm } from '../forms.ts'
import type { Side } from '../offer.ts'
import { sideOf } from '../policy.ts'
import { findNegotiation, type Negotiation } from '../queries.ts'
import { explainRefusal, type Refusal } from '../refusal.ts'
import { agreedTerms } from './agreed-terms.ts'
import { NegotiationPage } from './negotiation-page.tsx'
import { answerQuery, type OpenForm } from './open-form.ts'
import { type Prices, startPrices } from './start-prices.ts'

const redirectWith = flashTexts({
  offer_sent: 'Offer sent.',
  offer_edited: 'Offer updated.',
  accepted: 'Accepted. The terms are now final.',
  rejected: "Rejected. We've notified the other side.",
  withdrawn: 'Offer withdrawn.',
  message_sent: 'Message sent.',
})
type Flash = Parameters<typeof redirectWith>[1]

export const negotiationRoutes = new Hono<AppEnv>()

const requestParams = params({ adRequestId: id<AdRequestId>() })

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
  const form = checkForm(submitted, offerForm(adRequest.latest, dates))
  if (!form.ok) return show(c, found, { openForm: 'offer', form, status: 422 })

  const proposed = propose(adRequest, side, form.value.offerNumber, form.value.proposal, c.var.now)
  if (!proposed.ok) return showRefusal(c, found, 'offer', form, proposed.refusal)

  const saved = await saveOffer(c.var.db, adRequest, proposed.value, actionContextOf(c))
  if (!saved.ok) return showConflict(c, adRequest.id, 'offer', form)
  return redirectToRequest(c, adRequest.id, adRequest.latest.madeBy === side ? 'offer_edited' : 'offer_sent')
})

negotiationRoutes.post(routes.adRequests.acceptance.pattern, requestParams, async (c) => {
  const { found, adRequest, side } = await findOwn(c, c.req.valid('param').adRequestId)
  const form = await parseForm(c, acceptanceForm)
  if (!form.ok) return show(c, found, { openForm: null, form, status: 422 })

  const { offerNumber, campaignVersion = adRequest.campaign.version } = form.value
  const acceptNow = (current = adRequest) => accept(current, side, offerNumber, c.var.now, campaignVersion)
  const accepted = acceptNow()
  if (!accepted.ok) return showRefusal(c, found, null, form, accepted.refusal)

  const saved = await saveAcceptance(c.var.db, adRequest, agreedTerms(found), actionContextOf(c))
  return saved.ok
    ? redirectToRequest(c, adRequest.id, 'accepted')
    : showConflict(c, adRequest.id, null, form, acceptNow)
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

  // A duplicate has already been sent, so the text is right either way.
  await saveMessage(c.var.db, adRequest, form.value.message, actionContextOf(c))
  return redirectToRequest(c, adRequest.id, 'message_sent')
})

const blank: FormState = { values: {}, errors: {} }

async function findVisible(
  c: AppContext,
  adRequestId: AdRequestId,
  prices: Prices | null = null,
): Promise<Negotiation> {
  const found = await findNegotiation(c.var.db, viewerOf(c), adRequestId, prices)
  if (!found) throw notFound()
  return found
}

/** For an action, which admins cannot take. */
async function findOwn(c: AppContext, adRequestId: AdRequestId, prices: Prices | null = null) {
  const found = await findVisible(c, adRequestId, prices)
  const side: Side | null = sideOf(viewerOf(c), found.adRequest)
  if (!side) throw forbidden('Only the sponsor and the influencer can do this.')
  return { found, adRequest: found.adRequest, side }
}

interface Shown {
  readonly openForm: OpenForm
  readonly form?: FormState
  readonly status?: 200 | 409 | 422
}

function show(c: AppContext, negotiation: Negotiation, { openForm, form, status = 200 }: Shown) {
  const { campaign, influencer } = negotiation
  return renderPage(c, {
    title: `${campaign.name} × ${influencer.name}`,
    page: <NegotiationPage negotiation={negotiation} viewer={viewerOf(c)} openForm={openForm} form={form} />,
    fragment: <PriceGuidanceLines guidance={negotiation.guidance} />,
    status,
  })
}

/** Keeps what was typed and says why it was refused. */
function showRefusal(
  c: AppContext,
  found: Negotiation,
  openForm: OpenForm,
  form: FormState,
  refusal: Refusal,
) {
  const message = explainRefusal(refusal, c.var.env.CURRENCY)
  const status = conflicts.has(refusal.kind) ? 409 : 422
  return show(c, found, { openForm, form: withErrors(form, { form: message }), status })
}

const conflicts: ReadonlySet<Refusal['kind']> = new Set(['replaced', 'closed', 'campaign_changed'])

type Retry = (newer: Negotiation['adRequest']) => { ok: true } | { ok: false; refusal: Refusal }

/** The request changed between reading and writing. `retry` says what the newer state refuses, if anything. */
async function showConflict(
  c: AppContext,
  adRequestId: AdRequestId,
  openForm: OpenForm,
  form: FormState,
  retry: Retry = () => ({ ok: true }),
) {
  const newer = await findVisible(c, adRequestId)
  const result = retry(newer.adRequest)
  const message = result.ok ? conflictText : explainRefusal(result.refusal, c.var.env.CURRENCY)
  return show(c, newer, { openForm, form: withErrors(form, { form: message }), status: 409 })
}

const conflictText = 'The other side acted first. Check the latest state below.'

function redirectToRequest(c: AppContext, adRequestId: AdRequestId, flash: Flash) {
  return redirectWith(c, flash, routes.adRequests.show.href({ adRequestId }))
}
