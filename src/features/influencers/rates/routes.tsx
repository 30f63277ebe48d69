import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { RateId } from '../../../shared/ids.ts'
import { toDecimal } from '../../../shared/money.ts'
import { addRate, changeRate, type OwnRate, removeRate, selectOwnRate, selectOwnRates } from './commands.ts'
import { rateForm } from './forms.ts'
import { RatePage, RatesPage } from './rates-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  rate_added: 'The price is on your rate card.',
  rate_removed: 'The price is gone from your rate card.',
})

export const rates = new Hono<AppEnv>()

rates.get(routes.settings.rates.index.pattern, (c) => showAll(c, formWith()))

rates.post(routes.settings.rates.index.pattern, async (c) => {
  const form = await parseForm(c, rateForm)
  if (!form.ok) return showAll(c, form, 422)

  const added = await addRate(c.var.db, viewerOf(c).id, form.value)
  if (!added.ok) return showAll(c, withErrors(form, taken), 422)
  return redirectWith(c, 'rate_added', routes.settings.rates.index.href())
})

rates.get(routes.settings.rates.edit.pattern, async (c) => {
  const rate = await ownRate(c)
  const { kind, price, days } = rate
  return showOne(c, rate, formWith({ kind, price: toDecimal(price), days: String(days) }))
})

rates.post(routes.settings.rates.edit.pattern, async (c) => {
  const rate = await ownRate(c)
  const form = await parseForm(c, rateForm)
  if (!form.ok) return showOne(c, rate, form, 422)

  const changed = await changeRate(c.var.db, viewerOf(c).id, rate.id, form.value)
  if (changed.ok) return redirectWith(c, 'saved', routes.settings.rates.index.href())
  if (changed.refusal === 'gone') throw notFound()
  return showOne(c, rate, withErrors(form, taken), 422)
})

rates.post(routes.settings.rates.removal.pattern, async (c) => {
  const removed = await removeRate(c.var.db, viewerOf(c).id, idParam<RateId>(c, 'rateId'))
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'rate_removed', routes.settings.rates.index.href())
})

const taken = { kind: 'Your rate card has a price for this already: change that one' }

async function ownRate(c: AppContext): Promise<OwnRate> {
  const [rate] = await selectOwnRate(c.var.db, viewerOf(c).id, idParam<RateId>(c, 'rateId'))
  if (!rate) throw notFound()
  return rate
}

async function showAll(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const viewer = viewerOf(c)
  const all = await selectOwnRates(c.var.db, viewer.id)
  return renderPage(c, {
    title: 'Your rate card',
    page: <RatesPage viewer={viewer} rates={all} form={form} />,
    status,
  })
}

function showOne(c: AppContext, rate: OwnRate, form: FormState, status: 200 | 422 = 200) {
  const page = <RatePage viewer={viewerOf(c)} rate={rate} form={form} />
  return renderPage(c, { title: 'Your rate card', page, status })
}
