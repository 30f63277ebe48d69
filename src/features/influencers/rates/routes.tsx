import type { SQL } from 'drizzle-orm'
import { Hono } from 'hono'
import * as z from 'zod'
import type { Prefetched } from '../../../platform/db/prefetch.ts'
import { type FormState, fieldValue, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import { formFrom } from '../../../platform/forms/form-from.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { roles, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { RateId } from '../../../shared/ids.ts'
import type { DeliverableKind } from '../../../shared/taxonomy.ts'
import { settingsPages } from '../../accounts/settings/settings-pages.ts'
import { chosenKinds, kindsIn } from '../../price-guidance/forms.ts'
import { PriceGuidanceLines } from '../../price-guidance/price-guidance-note.tsx'
import { type AgreedPrices, guidanceFor, selectAgreedPrices } from '../../price-guidance/queries.ts'
import { addRate, changeRate, removeRate } from './commands.ts'
import { rateFields, rateForm } from './forms.ts'
import { findOwnRate, kindOfRate, kindsOfRateCard, listOwnRates, type OwnRate } from './queries.ts'
import { RatePage } from './rate-page.tsx'
import { RatesPage } from './rates-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  rate_added: 'Price added to your rate card.',
  rate_removed: 'Price removed.',
})

const rateParams = params({ rateId: id<RateId>() })

export const rateSettings = new Hono<AppEnv>()

rateSettings.use('/settings/rates/*', roles(...settingsPages.rates.roles))

const chosenKind = query(z.object({ kind: chosenKinds }))

rateSettings.get(routes.settings.rates.index.pattern, chosenKind, (c) =>
  showAll(c, formWith(), c.req.valid('query').kind ?? []),
)

rateSettings.post(routes.settings.rates.index.pattern, async (c) => {
  const form = await parseForm(c, rateForm)
  const kinds = kindsIn([fieldValue(form, 'kind')])
  if (!form.ok) return showAll(c, form, kinds, 422)

  const added = await addRate(c.var.db, viewerOf(c).id, form.value)
  if (!added.ok) return showAll(c, withErrors(form, taken), kinds, 422)
  return redirectWith(c, 'rate_added', routes.settings.rates.index.href())
})

rateSettings.get(routes.settings.rates.edit.pattern, rateParams, chosenKind, async (c) => {
  const { rateId } = c.req.valid('param')
  const prices = startPrices(c, c.req.valid('query').kind ?? kindOfRate(rateId))
  const rate = await ownRate(c, rateId)
  return showOne(c, rate, formFrom(rateFields, rate), prices)
})

rateSettings.post(routes.settings.rates.edit.pattern, rateParams, async (c) => {
  const rate = await ownRate(c, c.req.valid('param').rateId)
  const form = await parseForm(c, rateForm)
  const prices = startPrices(c, kindsIn([fieldValue(form, 'kind')]))
  if (!form.ok) return showOne(c, rate, form, prices, 422)

  const changed = await changeRate(c.var.db, viewerOf(c).id, rate.id, form.value)
  if (changed.ok) return redirectWith(c, 'saved', routes.settings.rates.index.href())
  if (changed.refusal === 'gone') throw notFound()
  return showOne(c, rate, withErrors(form, taken), prices, 422)
})

rateSettings.post(routes.settings.rates.removal.pattern, rateParams, async (c) => {
  const removed = await removeRate(c.var.db, viewerOf(c).id, c.req.valid('param').rateId)
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'rate_removed', routes.settings.rates.index.href())
})

const taken = { kind: 'Your rate card already has a price for this. Edit that one instead' }

async function ownRate(c: AppContext, rateId: RateId): Promise<OwnRate> {
  const rate = await findOwnRate(c.var.db, viewerOf(c).id, rateId)
  if (!rate) throw notFound()
  return rate
}

async function showAll(
  c: AppContext,
  form: FormState,
  chosen: readonly DeliverableKind[],
  status: 200 | 422 = 200,
) {
  const viewer = viewerOf(c)
  const prices = startPrices(c, kindsOfRateCard(viewer.id, chosen))
  const rates = await listOwnRates(c.var.db, viewer.id)
  const guidance = guidanceFor(viewer.id, await prices.rows())
  const ofForm = guidance.filter(({ kind }) => chosen.includes(kind))
  return renderPage(c, {
    title: 'Your rate card',
    page: <RatesPage viewer={viewer} rates={rates} guidance={guidance} ofForm={ofForm} form={form} />,
    fragment: <PriceGuidanceLines guidance={ofForm} />,
    status,
  })
}

async function showOne(
  c: AppContext,
  rate: OwnRate,
  form: FormState,
  prices: Prices,
  status: 200 | 422 = 200,
) {
  const viewer = viewerOf(c)
  const guidance = guidanceFor(viewer.id, await prices.rows())
  return renderPage(c, {
    title: 'Your rate card',
    page: <RatePage viewer={viewer} rate={rate} guidance={guidance} form={form} />,
    fragment: <PriceGuidanceLines guidance={guidance} />,
    status,
  })
}

type Prices = Prefetched<readonly AgreedPrices[]>

/** Reads what was agreed with influencers like the viewer with the next read. */
function startPrices(c: AppContext, kinds: readonly DeliverableKind[] | SQL): Prices {
  const similar = { influencerIds: [viewerOf(c).id], kinds }
  return c.var.db.prefetch(selectAgreedPrices(c.var.db, similar, c.var.now))
}
