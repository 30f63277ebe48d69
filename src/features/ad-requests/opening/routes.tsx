import { and, eq, isNull } from 'drizzle-orm'
import { Hono } from 'hono'
import { eqLiteral, neLiteral } from '../../../platform/db/literals.ts'
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
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam, parseId } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId, UserId } from '../../../shared/ids.ts'
import { cents } from '../../../shared/money.ts'
import { dayIn } from '../../../shared/time.ts'
import { campaigns } from '../../campaigns/schema.ts'
import { type Origin, open } from '../ad-request.ts'
import { explainBlocker } from '../blocker.ts'
import { offerForm, offerFormOf } from '../forms.ts'
import type { Proposal, Terms } from '../offer.ts'
import { findChoosable } from './choosable-campaigns.ts'
import { ChooseCampaignPage } from './choose-campaign-page.tsx'
import { saveOpening } from './commands.ts'
import { OpeningPage } from './opening-page.tsx'
import { findOpening, MAX_INVITED, type Opening, wasSentBefore } from './queries.ts'

const redirectWith = flashTexts({
  invited: 'Sent. You will hear as soon as there is an answer.',
  applied: 'Sent. You will hear as soon as the sponsor answers.',
})

export const opening = new Hono<AppEnv>()

/** Whom to invite is known; to which campaign is chosen here, then the terms are written. */
opening.get(routes.adRequests.new.pattern, async (c) => {
  const viewer = viewerOf(c)
  if (viewer.role !== 'sponsor') throw notFound()
  const influencerIds = idsOf(c.req.queries('influencer_id') ?? [])
  const campaignId = parseId<CampaignId>(c.req.query('campaign_id'))
  if (campaignId) return show(c, await findForSponsor(c, campaignId, influencerIds), 'invitation')

  const choosable = await findChoosable(c.var.db, viewer.id, influencerIds, c.var.now)
  return renderPage(c, { title: 'Invite', page: <ChooseCampaignPage {...choosable} /> })
})

opening.post(routes.campaigns.adRequests.pattern, async (c) => {
  if (viewerOf(c).role !== 'sponsor') throw notFound()
  const typed = await readForm(c)
  const found = await findForSponsor(c, idParam(c, 'campaignId'), idsOf(typed.influencerId ?? []))
  return send(c, found, typed, 'invitation')
})

opening.get(routes.campaigns.applications.pattern, async (c) =>
  show(c, await findForInfluencer(c, idParam(c, 'campaignId')), 'application'),
)

opening.post(routes.campaigns.applications.pattern, async (c) => {
  const typed = await readForm(c)
  return send(c, await findForInfluencer(c, idParam(c, 'campaignId')), typed, 'application')
})

async function send(c: AppContext, found: Opening, typed: SubmittedValues, origin: Origin) {
  const form = checkForm(typed, offerForm(suggestedTerms(found), today(c), found.campaign.endDate))
  if (!form.ok) return show(c, found, origin, form, 422)
  if (found.candidates.length === 0)
    return show(c, found, origin, withErrors(form, { form: 'Choose whom to invite.' }), 422)
  if (found.candidates.length > MAX_INVITED)
    return show(c, found, origin, withErrors(form, { form: `Invite at most ${MAX_INVITED} at once.` }), 422)

  const { offer, problem } = openAll(c, found, form.value.proposal, origin)
  if (!offer || problem) {
    if (offer && (await wasSentBefore(c.var.db, found, offer))) return sent(c, origin)
    return show(c, found, origin, withErrors(form, { form: problem ?? 'Choose whom to invite.' }), 422)
  }

  const act = { actor: viewerOf(c).id, now: c.var.now, currency: c.var.env.CURRENCY }
  const saved = await saveOpening(c.var.db, found, offer, origin, act)
  if (saved.ok || (await wasSentBefore(c.var.db, found, offer))) return sent(c, origin)
  return show(c, found, origin, withErrors(form, { form: meanwhile[saved.refusal] }), 409)
}

function sent(c: AppContext, origin: Origin) {
  return redirectWith(
    c,
    origin === 'invitation' ? 'invited' : 'applied',
    routes.adRequests.index.href({ listing: 'theirs' }),
  )
}

const meanwhile = {
  already_open: 'A request with this influencer was opened meanwhile. Take a look at your requests.',
  no_room:
    'Something changed meanwhile: the campaign or somebody here takes no new requests now. Look at it again.',
}

/** The first offer, the same for all, and why one of them cannot be asked. */
function openAll(c: AppContext, { candidates }: Opening, proposal: Proposal, origin: Origin) {
  const by = origin === 'invitation' ? 'sponsor' : 'influencer'
  const opened = candidates.map((candidate) => ({
    ...candidate,
    offer: open(by, proposal, candidate.situation, c.var.now),
  }))
  const [first] = opened
  const [problem = null] = opened.flatMap(({ name, openRequest, offer }) => {
    if (openRequest)
      return origin === 'invitation'
        ? `There is an open request with ${name} already.`
        : 'You have an open request with this campaign already.'
    if (offer.ok) return []
    return candidates.length > 1 ? `${name}: ${explainBlocker(offer.refusal)}` : explainBlocker(offer.refusal)
  })
  return { offer: first?.offer.ok ? first.offer.value : null, problem }
}

async function findForSponsor(c: AppContext, campaignId: CampaignId, influencerIds: readonly UserId[]) {
  return found(
    await findOpening(
      c.var.db,
      campaignId,
      influencerIds,
      eq(campaigns.sponsorId, viewerOf(c).id),
      c.var.now,
    ),
  )
}

async function findForInfluencer(c: AppContext, campaignId: CampaignId) {
  const viewer = viewerOf(c)
  if (viewer.role !== 'influencer') throw notFound()
  return found(await findOpening(c.var.db, campaignId, [viewer.id], appliable, c.var.now))
}

/** Public and published. To a private one its sponsor invites, those too whom it has invited before. */
const appliable = and(
  neLiteral(campaigns.state, 'draft'),
  isNull(campaigns.flaggedAt),
  eqLiteral(campaigns.visibility, 'public'),
)

function found(opening: Opening | null): Opening {
  if (!opening) throw notFound()
  return opening
}

function show(
  c: AppContext,
  found: Opening,
  origin: Origin,
  form?: FormState,
  status: 200 | 409 | 422 = 200,
) {
  const title =
    origin === 'invitation' ? `Invite to ${found.campaign.name}` : `Apply to ${found.campaign.name}`
  const shown = form ?? offerFormOf(suggestedTerms(found))
  return renderPage(c, { title, page: <OpeningPage opening={found} origin={origin} form={shown} />, status })
}

/** What the campaign asks for is where the talk begins; everything falls due on its last day unless told. */
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

function idsOf(texts: readonly string[]): UserId[] {
  const ids = texts.flatMap((text) => parseId<UserId>(text) ?? [])
  // One more than may be invited, so that nobody is left out without a word.
  return [...new Set(ids)].slice(0, MAX_INVITED + 1)
}

function today(c: AppContext): string {
  return dayIn(viewerOf(c).timeZone, c.var.now)
}
