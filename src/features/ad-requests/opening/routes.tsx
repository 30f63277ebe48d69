import { Hono } from 'hono'
import * as z from 'zod'
import {
  checkForm,
  type FormState,
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
import type { Offer, Terms } from '../offer.ts'
import { ChooseCampaignPage } from './choose-campaign-page.tsx'
import { saveOpening } from './commands.ts'
import { openRequests } from './open-requests.ts'
import { OpeningPage } from './opening-page.tsx'
import {
  findApplication,
  findCampaignChoice,
  findInvitation,
  isDuplicate,
  MAX_INVITED,
  type Opening,
} from './queries.ts'
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
    return showForm(c, await getInvitation(c, campaignId, influencerIds), 'invitation', prices)
  }

  const choice = await findCampaignChoice(c.var.db, viewerOf(c).id, influencerIds, c.var.now)
  return renderPage(c, { title: 'Invite', page: <ChooseCampaignPage {...choice} /> })
})

const campaignParams = params({ campaignId: id<CampaignId>() })

openingRoutes.post(routes.campaigns.adRequests.pattern, campaignParams, async (c) => {
  const submitted = await readForm(c)
  const influencerIds = invitedIds(submitted.influencerId ?? [])
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
    return showForm(c, await getApplication(c, campaignId), 'application', prices)
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
  const dates = deliverableDates(opening.campaign, c.var.now)
  const form = checkForm(submitted, offerForm(suggestedTerms(opening), dates))
  if (!form.ok) return showForm(c, opening, origin, prices, form, 422)

  const { offer, error } = openRequests(opening, form.value.proposal, origin, c.var.now)
  const conflict = offer && !error ? await save(c, opening, offer, origin) : null
  if (offer && ((!error && !conflict) || (await isDuplicate(c.var.db, opening, offer)))) {
    return redirectToSent(c, origin)
  }
  const message = error ?? conflict ?? ''
  return showForm(c, opening, origin, prices, withErrors(form, { form: message }), conflict ? 409 : 422)
}

/** Returns the reason of a conflict, or null. */
async function save(c: AppContext, opening: Opening, offer: Offer, origin: Origin): Promise<string | null> {
  const saved = await saveOpening(c.var.db, opening, offer, origin, actionContextOf(c))
  return saved.ok ? null : conflictTexts[saved.refusal]
}

const conflictTexts = {
  already_open: 'A request for this campaign was just opened. Check your requests.',
  blocked: "The campaign or one of the influencers can't take new requests anymore, so nothing was sent.",
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

async function showForm(
  c: AppContext,
  opening: Opening,
  origin: Origin,
  prices: Prices,
  form: FormState = offerFormOf(suggestedTerms(opening)),
  status: 200 | 409 | 422 = 200,
) {
  const { name } = opening.campaign
  const guidance = guidanceFor(viewerOf(c).id, await prices.rows())
  return renderPage(c, {
    title: origin === 'invitation' ? `Invite to ${name}` : `Apply to ${name}`,
    page: <OpeningPage {...{ opening, origin, guidance, form }} />,
    fragment: <PriceGuidanceLines guidance={guidance} />,
    status,
  })
}

/** What the campaign asks for, due on its last day. */
function suggestedTerms({ campaign }: Opening): Terms {
  const dueDate = campaign.endDate ?? ''
  return {
    paymentAmount: cents(0),
    deliverables: campaign.wantedDeliverables.map((wanted) => ({ ...wanted, dueDate })),
    requirements: '',
    usageChannels: campaign.usageChannels,
    usageMonths: campaign.usageMonths,
  }
}

// One more than allowed, so that too many are refused instead of dropped.
function invitedIds(texts: readonly string[]): UserId[] {
  return parseIds<UserId>(texts, MAX_INVITED + 1)
}
