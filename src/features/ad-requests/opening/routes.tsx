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
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { parseIds } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, optionalId, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { cents } from '../../../shared/money.ts'
import { chosenKinds, kindsIn } from '../../price-guidance/forms.ts'
import { PriceGuidanceLines } from '../../price-guidance/price-guidance-note.tsx'
import { guidanceFor } from '../../price-guidance/queries.ts'
import type { Origin } from '../ad-request.ts'
import { deliverableDates } from '../deliverable-rows.ts'
import { offerForm, offerFormOf } from '../forms.ts'
import { DEFAULT_LIFETIME, type Draft, type Offer } from '../offer.ts'
import { ChooseCampaignPage } from './choose-campaign-page.tsx'
import { saveOpening } from './commands.ts'
import { type DailyLimit, explainDailyLimit } from './daily-limit.ts'
import { openRequests, sortCandidates } from './open-requests.ts'
import { OpeningPage } from './opening-page.tsx'
import { findApplication, findCampaignChoice, findInvitation, MAX_INVITED, type Opening } from './queries.ts'
import { confirmationOf, type Review, reviewOf } from './review.tsx'
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

function reload(c: AppContext, { campaign, candidates }: Opening, origin: Origin): Promise<Opening> {
  const ids = candidates.map(({ influencerId }) => influencerId)
  return origin === 'invitation' ? getInvitation(c, campaign.id, ids) : getApplication(c, campaign.id)
}

function redirectToSent(c: AppContext, origin: Origin) {
  const href = routes.adRequests.index.href({ listing: 'theirs' })
  return redirectWith(c, origin === 'invitation' ? 'invited' : 'applied', href)
}

async function getInvitation(
  c: AppContext,
  campaignId: CampaignId,
  influencerIds: readonly UserId[],
): Promise<Opening> {
  const found = await findInvitation(c.var.db, viewerOf(c).id, campaignId, influencerIds, c.var.now)
  if (!found) throw notFound()
  return found
}

async function getApplication(c: AppContext, campaignId: CampaignId): Promise<Opening> {
  const found = await findApplication(c.var.db, viewerOf(c).id, campaignId, c.var.now)
  if (!found) throw notFound()
  return found
}

interface ShownForm {
  readonly opening: Opening
  readonly origin: Origin
  readonly prices: Prices
  readonly form?: FormState
  readonly review?: Review | null
  readonly status?: 200 | 409 | 422
}

async function showForm(
  c: AppContext,
  {
    opening,
    origin,
    prices,
    form = offerFormOf(suggestedDraft(opening)),
    review = null,
    status = 200,
  }: ShownForm,
) {
  const { name } = opening.campaign
  const guidance = guidanceFor(viewerOf(c).id, await prices.rows())
  return renderPage(c, {
    title: origin === 'invitation' ? `Invite to ${name}` : `Apply to ${name}`,
    page: <OpeningPage {...{ opening, origin, guidance, form, review }} />,
    fragment: <PriceGuidanceLines guidance={guidance} />,
    status,
  })
}

/** What the campaign asks for, due on its last day. */
function suggestedDraft({ campaign }: Opening): Draft {
  const dueDate = campaign.endDate ?? ''
  return {
    paymentAmount: cents(0),
    deliverables: campaign.wantedDeliverables.map((wanted) => ({ ...wanted, dueDate })),
    requirements: '',
    usageChannels: campaign.usageChannels,
    usageMonths: campaign.usageMonths,
    message: '',
    lifetime: DEFAULT_LIFETIME,
  }
}

// One more than allowed, so that too many are refused instead of dropped.
function invitedIds(texts: readonly string[]): UserId[] {
  return parseIds<UserId>(texts, MAX_INVITED + 1)
}
