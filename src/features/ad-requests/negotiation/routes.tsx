import { Hono } from 'hono'
import { type FormState, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import { dayIn } from '../../../shared/time.ts'
import type { ActionContext } from '../act.ts'
import { accept, propose, type Refusal, reject, withdraw } from '../ad-request.ts'
import { agreedTerms } from '../agreed-terms.ts'
import { saveAcceptance, saveMessage, saveOffer, saveRejection, saveWithdrawal } from '../commands.ts'
import { explain } from '../explain.ts'
import { acceptanceForm, messageForm, offerForm, rejectionForm } from '../forms.ts'
import type { Side } from '../offer.ts'
import { sideOf } from '../policy.ts'
import { findNegotiation, type Negotiation } from '../queries.ts'
import { NegotiationPage, type Opened } from './negotiation-page.tsx'

const redirectWith = flashTexts({
  offer_sent: 'Your offer is sent.',
  offer_edited: 'Your offer is replaced by the new one.',
  accepted: 'Agreed. The terms are fixed now.',
  rejected: 'Rejected. The other side has been told.',
  withdrawn: 'Withdrawn.',
  message_sent: 'Message sent.',
})
type Flash = Parameters<typeof redirectWith>[1]

export const negotiation = new Hono<AppEnv>()

negotiation.get(routes.adRequests.show.pattern, async (c) => {
  const found = await findVisible(c)
  return show(c, found, { opened: openedBy(c.req.query('answer')) })
})

negotiation.post(routes.adRequests.offers.pattern, async (c) => {
  const { found, side } = await findOwn(c)
  const { adRequest } = found
  const form = await parseForm(c, offerForm(adRequest.latest, today(c), found.about.endDate))
  if (!form.ok) return show(c, found, { opened: 'offer', form, status: 422 })

  const proposed = propose(adRequest, side, form.value.offerNumber, form.value.proposal, c.var.now)
  if (!proposed.ok) return refuse(c, found, 'offer', form, proposed.refusal)

  const saved = await saveOffer(c.var.db, adRequest, proposed.value, actOf(c))
  if (!saved.ok) return showNewer(c, 'offer', form)
  return done(c, adRequest.latest.madeBy === side ? 'offer_edited' : 'offer_sent')
})

negotiation.post(routes.adRequests.acceptance.pattern, async (c) => {
  const { found, side } = await findOwn(c)
  const { adRequest } = found
  const form = await parseForm(c, acceptanceForm)
  if (!form.ok) return show(c, found, { opened: null, form, status: 422 })

  const { offerNumber: number, campaignVersion: read = adRequest.campaign.version } = form.value
  const accepted = accept(adRequest, side, number, c.var.now, read)
  if (!accepted.ok) return refuse(c, found, null, form, accepted.refusal)

  const saved = await saveAcceptance(c.var.db, adRequest, agreedTerms(found), actOf(c))
  if (!saved.ok) return showNewer(c, null, form, (newer) => accept(newer, side, number, c.var.now, read))
  return done(c, 'accepted')
})

negotiation.post(routes.adRequests.rejection.pattern, async (c) => {
  const { found, side } = await findOwn(c)
  const form = await parseForm(c, rejectionForm)
  if (!form.ok) return show(c, found, { opened: 'reject', form, status: 422 })

  const rejected = reject(found.adRequest, side, c.var.now)
  if (!rejected.ok) return refuse(c, found, 'reject', form, rejected.refusal)

  const saved = await saveRejection(c.var.db, found.adRequest, form.value, actOf(c))
  if (!saved.ok) return showNewer(c, 'reject', form)
  return done(c, 'rejected')
})

negotiation.post(routes.adRequests.withdrawal.pattern, async (c) => {
  const { found, side } = await findOwn(c)
  const withdrawn = withdraw(found.adRequest, side, c.var.now)
  if (!withdrawn.ok) return refuse(c, found, null, blank, withdrawn.refusal)

  const saved = await saveWithdrawal(c.var.db, found.adRequest, actOf(c))
  if (!saved.ok) return showNewer(c, null, blank)
  return done(c, 'withdrawn')
})

negotiation.post(routes.adRequests.messages.pattern, async (c) => {
  const { found } = await findOwn(c)
  const form = await parseForm(c, messageForm)
  if (!form.ok) return show(c, found, { opened: 'message', form, status: 422 })

  // Refused only when it was sent already, as by a second click.
  await saveMessage(c.var.db, found.adRequest, form.value.message, actOf(c))
  return done(c, 'message_sent')
})

const blank: FormState = { values: {}, errors: {} }

async function findVisible(c: AppContext): Promise<Negotiation> {
  const found = await findNegotiation(c.var.db, viewerOf(c), idParam<AdRequestId>(c, 'adRequestId'))
  if (!found) throw notFound()
  return found
}

/** The request of one of its two sides; admins look on but do not speak for them. */
async function findOwn(c: AppContext): Promise<{ found: Negotiation; side: Side }> {
  const found = await findVisible(c)
  const side = sideOf(viewerOf(c), found.adRequest)
  if (!side) throw forbidden('Only the two sides of a request can act on it.')
  return { found, side }
}

interface Showing {
  readonly opened: Opened
  readonly form?: FormState
  readonly status?: 200 | 409 | 422
}

function show(c: AppContext, found: Negotiation, { opened, form, status = 200 }: Showing) {
  const { adRequest } = found
  const title = `${adRequest.campaign.name} × ${adRequest.influencer.name}`
  const page = <NegotiationPage negotiation={found} viewer={viewerOf(c)} opened={opened} form={form} />
  return renderPage(c, { title, page, status })
}

/** What was typed comes back with the reason, beside the state that it was refused for. */
function refuse(c: AppContext, found: Negotiation, opened: Opened, form: FormState, refusal: Refusal) {
  const status = movedOn.has(refusal.kind) ? 409 : 422
  return show(c, found, {
    opened,
    form: withErrors(form, { form: explain(refusal, c.var.env.CURRENCY) }),
    status,
  })
}

const movedOn: ReadonlySet<Refusal['kind']> = new Set(['replaced', 'closed', 'campaign_changed'])

/** The request moved between reading and writing: read it again, and say what is in the way now. */
async function showNewer(
  c: AppContext,
  opened: Opened,
  form: FormState,
  again: (newer: Negotiation['adRequest']) => { ok: boolean; refusal?: Refusal } = () => ({ ok: true }),
) {
  const newer = await findVisible(c)
  const { refusal } = again(newer.adRequest)
  const words = refusal
    ? explain(refusal, c.var.env.CURRENCY)
    : 'The other side was faster. Look at what is there now.'
  return show(c, newer, { opened, form: withErrors(form, { form: words }), status: 409 })
}

function done(c: AppContext, flash: Flash) {
  return redirectWith(c, flash, routes.adRequests.show.href({ adRequestId: idParam(c, 'adRequestId') }))
}

function actOf(c: AppContext): ActionContext {
  return { actor: viewerOf(c).id, now: c.var.now, currency: c.var.env.CURRENCY }
}

function today(c: AppContext): string {
  return dayIn(viewerOf(c).timeZone, c.var.now)
}

function openedBy(answer: string | undefined): Opened {
  return answer === 'offer' || answer === 'reject' ? answer : null
}
