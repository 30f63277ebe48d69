import { Hono } from 'hono'
import * as z from 'zod'
import {
  checkForm,
  type FormState,
  fieldValue,
  readForm,
  type SubmittedValues,
  withErrors,
} from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { parseIds } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, optionalId, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { chosenKinds, kindsIn } from '../../price-guidance/forms.ts'
import type { Origin } from '../ad-request.ts'
import { deliverableDates } from '../deliverable-rows.ts'
import { offerForm } from '../forms.ts'
import type { Offer } from '../offer.ts'
import { ChooseCampaignPage } from './choose-campaign-page.tsx'
import { saveOpening } from './commands.ts'
import { type DailyLimit, explainDailyLimit } from './daily-limit.ts'
import { getApplication, getInvitation, reload } from './find-opening.ts'
import { openRequests, sortCandidates } from './open-requests.ts'
import { findCampaignChoice, MAX_INVITED, type Opening } from './queries.ts'
import { confirmationOf, reviewOf } from './review.tsx'
import { type ShownForm, showForm, suggestedDraft } from './show-form.tsx'
import { type Prices, startPrices } from './start-prices.ts'

const redirectWith = flashTexts({
  invited: "Invitation sent. We'll notify you when they answer.",
  applied: "Application sent. We'll notify you when the sponsor answers.",
})

export const openingRoutes = new Hono<AppEnv>()

const newQuery = z.object({
  influencerId: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
  campaignId: optionalId<CampaignId>(),
  deliverableKind: chosenKinds,
})

/** The sponsor has chosen influencers. First they choose a campaign, then they write the offer. */
openingRoutes.get(routes.adRequests.new.pattern, query(newQuery), async (c) => {
  const { campaignId, influencerId, deliverableKind } = c.req.valid('query')
  const influencerIds = invitedIds(influencerId)
  if (campaignId) {
    const prices = startPrices(c, campaignId, influencerIds, deliverableKind)
    const opening = await getInvitation(c, campaignId, influencerIds)
    return showForm(c, { opening, origin: 'invitation', prices })
  }

  const choice = await findCampaignChoice(c.var.db, viewerOf(c).id, influencerIds, c.var.now)
  return renderPage(c, { title: 'Invite', page: <ChooseCampaignPage {...choice} /> })
})

const campaignParams = params({ campaignId: id<CampaignId>() })

openingRoutes.post(routes.campaigns.adRequests.pattern, campaignParams, async (c) => {
  const submitted = await readForm(c)
  const leftOut = invitedIds((submitted.leaveOut ?? []).flatMap((ids) => ids.split(' ')))
  const chosen = invitedIds(submitted.influencerId ?? [])
  const influencerIds = chosen.filter((one) => !leftOut.includes(one))
  const { campaignId } = c.req.valid('param')
  const prices = startPrices(c, campaignId, influencerIds, kindsIn(submitted.deliverableKind ?? []))
  return send(c, await getInvitation(c, campaignId, influencerIds), submitted, 'invitation', prices)
})

const applicationQuery = z.object({ deliverableKind: chosenKinds })

openingRoutes.get(
  routes.campaigns.applications.pattern,
  campaignParams,
  query(applicationQuery),
  async (c) => {
    const { campaignId } = c.req.valid('param')
    const prices = startPrices(c, campaignId, [viewerOf(c).id], c.req.valid('query').deliverableKind)
    const opening = await getApplication(c, campaignId)
    return showForm(c, { opening, origin: 'application', prices })
  },
)

openingRoutes.post(routes.campaigns.applications.pattern, campaignParams, async (c) => {
  const submitted = await readForm(c)
  const { campaignId } = c.req.valid('param')
  const prices = startPrices(c, campaignId, [viewerOf(c).id], kindsIn(submitted.deliverableKind ?? []))
  return send(c, await getApplication(c, campaignId), submitted, 'application', prices)
})

async function send(
  c: AppContext,
  opening: Opening,
  submitted: SubmittedValues,
  origin: Origin,
  prices: Prices,
) {
  const shown = { opening, origin, prices }
  const dates = deliverableDates(opening.campaign, c.var.now)
  const form = checkForm(submitted, offerForm(suggestedDraft(opening), dates))
  if (!form.ok) return showForm(c, { ...shown, form, status: 422 })

  const { proposal } = form.value
  const { invitable, leftOut } = sortCandidates(opening, origin)
  const [reason = null] = leftOut.map((one) => one.reason)
  const opened = openRequests(invitable, proposal, origin, c.var.env.CURRENCY, c.var.now)
  if (!opened.ok) {
    const errors =
      invitable.length === 0 && reason ? { form: refusedTexts[origin](opening, reason) } : opened.refusal
    return showForm(c, { ...shown, form: withErrors(form, errors), status: 422 })
  }

  const offer = opened.value
  const review = reviewOf(opening.candidates.length, invitable.length, offer)
  const isConfirmed = review === null || fieldValue(form, 'confirmed') === confirmationOf(review)
  if (leftOut.length > 0 || !isConfirmed) return showForm(c, { ...shown, form, review })
  return save(c, { ...shown, form }, offer)
}

async function save(c: AppContext, shown: ShownForm & { form: FormState }, offer: Offer) {
  const { opening, origin, form } = shown
  const limit = limitOf(c, origin)
  const saved = await saveOpening(c.var.db, opening, offer, origin, limit, actionContextOf(c))
  if (saved.ok) return redirectToSent(c, origin)
  if (saved.refusal === 'too_many') {
    const { timeZone } = viewerOf(c)
    const wanted = opening.candidates.length
    const error = await explainDailyLimit(c.var.db, limit, wanted, { now: c.var.now, timeZone })
    return showForm(c, { ...shown, form: withErrors(form, { form: error }), status: 422 })
  }
  const newer = await reload(c, opening, origin)
  return showForm(c, {
    ...shown,
    opening: newer,
    form: withErrors(form, { form: conflictTexts[saved.refusal] }),
    status: 409,
  })
}

const refusedTexts: Record<Origin, (opening: Opening, reason: string) => string> = {
  application: (_, reason) => reason,
  invitation: ({ candidates }, reason) => {
    const [first] = candidates
    if (candidates.length > 1) return 'None of them can be invited now.'
    return `${first?.name ?? 'This influencer'} can't be invited: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
  },
}

const conflictTexts = {
  already_open: 'A request for this campaign was just opened, so nothing was sent.',
  blocked:
    'The campaign or somebody you chose has changed meanwhile, so nothing was sent. Check it, then send again.',
}

function limitOf(c: AppContext, origin: Origin): DailyLimit {
  const { INVITATIONS_PER_DAY, APPLICATIONS_PER_DAY } = c.var.env
  const max = origin === 'invitation' ? INVITATIONS_PER_DAY : APPLICATIONS_PER_DAY
  return { actor: viewerOf(c).id, origin, max }
}

function redirectToSent(c: AppContext, origin: Origin) {
  const href = routes.adRequests.index.href({ listing: 'theirs' })
  return redirectWith(c, origin === 'invitation' ? 'invited' : 'applied', href)
}

// One more than allowed, so that too many are refused instead of dropped.
function invitedIds(texts: readonly string[]): UserId[] {
  return parseIds<UserId>(texts, MAX_INVITED + 1)
}
