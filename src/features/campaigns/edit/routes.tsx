import { Hono } from 'hono'
import {
  checkForm,
  type FormState,
  readForm,
  type SubmittedValues,
  withErrors,
} from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { createCampaign, saveEdit } from '../commands.ts'
import {
  type CampaignInput,
  campaignForm,
  campaignFormOf,
  newCampaign,
  versionOf,
  withSavedValues,
} from '../forms.ts'
import { type CampaignWithGoals, findOwnCampaign } from '../queries.ts'
import { differencesBetween } from './differences.ts'
import { completedText, create, edit, explainEditRefusal } from './edit.ts'
import { fieldLabels } from './field-labels.ts'
import { EditCampaignPage, NewCampaignPage } from './form-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  campaign_created: 'Draft saved. Publish it when the brief is complete.',
})

export const editRoutes = new Hono<AppEnv>()

editRoutes.get(routes.campaigns.new.pattern, (c) => showNew(c, blankForm(c), 200))

editRoutes.post(routes.campaigns.index.pattern, async (c) => {
  const form = checkForm(withSavedValues(blankForm(c), await readForm(c)), campaignForm)
  if (!form.ok) return showNew(c, form, 422)
  const created = create(form.value.plan, c.var.now)
  if (!created.ok) {
    const errors = explainEditRefusal(created.refusal, c.var.env.CURRENCY)
    return showNew(c, withErrors(form, errors), 422)
  }

  const campaignId = await createCampaign(c.var.db, form.value, actionContextOf(c))
  return redirectWith(c, 'campaign_created', routes.campaigns.show.href({ campaignId }))
})

const campaignParams = params({ campaignId: id<CampaignId>() })

editRoutes.get(routes.campaigns.edit.pattern, campaignParams, async (c) => {
  const found = await findMine(c, c.req.valid('param').campaignId)
  if (found.campaign.state === 'completed') throw forbidden(completedText)
  return showEdit(c, found, savedForm(found), 200)
})

editRoutes.post(routes.campaigns.edit.pattern, campaignParams, async (c) => {
  const found = await findMine(c, c.req.valid('param').campaignId)
  const submitted = await readForm(c)
  const form = checkForm(withSavedValues(savedForm(found), submitted), campaignForm)
  if (!form.ok) return showEdit(c, found, form, 422)
  if (isStale(found, submitted) && changesIn(found, form.value).length > 0) {
    return showEdit(c, found, form, 409)
  }

  return save(c, found, form)
})

async function save(c: AppContext, found: CampaignWithGoals, form: FormState & { value: CampaignInput }) {
  const errors = errorsOf(c, found, form.value)
  if (errors) return showEdit(c, found, withErrors(form, errors), 422)

  const campaignId = found.campaign.id
  if (await saveChanges(c, found, form.value)) {
    return redirectWith(c, 'saved', routes.campaigns.show.href({ campaignId }))
  }
  const newer = await findMine(c, campaignId)
  return showEdit(c, newer, withErrors(form, errorsOf(c, newer, form.value) ?? {}), 409)
}

async function findMine(c: AppContext, campaignId: CampaignId): Promise<CampaignWithGoals> {
  const found = await findOwnCampaign(c.var.db, viewerOf(c).id, campaignId)
  if (!found) throw notFound()
  return found
}

/** Returns false on a conflict. */
async function saveChanges(c: AppContext, found: CampaignWithGoals, input: CampaignInput): Promise<boolean> {
  const changes = changesIn(found, input)
  if (changes.length === 0) return true
  const changedFields = [...new Set(changes.map(({ field }) => fieldLabels[field].toLowerCase()))]
  return (await saveEdit(c.var.db, found, input, changedFields, actionContextOf(c))).ok
}

// Compared as they would be saved, so that "1,000" and "1000.00" count as equal.
function changesIn(found: CampaignWithGoals, input: CampaignInput) {
  return differencesBetween(savedForm(found), campaignFormOf(input))
}

function errorsOf(c: AppContext, { campaign }: CampaignWithGoals, { plan }: CampaignInput) {
  const edited = edit(campaign, plan, c.var.now)
  return edited.ok ? null : explainEditRefusal(edited.refusal, c.var.env.CURRENCY)
}

function isStale({ campaign }: CampaignWithGoals, submitted: SubmittedValues): boolean {
  const version = versionOf(submitted)
  return version !== null && version !== campaign.version
}

function blankForm(c: AppContext): FormState {
  return campaignFormOf(newCampaign(viewerOf(c).timeZone))
}

function savedForm({ campaign, goals }: CampaignWithGoals): FormState {
  return campaignFormOf({ plan: campaign, goals: goals.map(({ text }) => text) })
}

function showNew(c: AppContext, form: FormState, status: 200 | 422) {
  return renderPage(c, { title: 'New campaign', page: <NewCampaignPage form={form} />, status })
}

function showEdit(c: AppContext, found: CampaignWithGoals, form: FormState, status: 200 | 409 | 422) {
  const { campaign } = found
  const parsed = checkForm(form.values, campaignForm)
  const typed = parsed.ok ? campaignFormOf(parsed.value) : form
  const newer = isStale(found, form.values) ? differencesBetween(savedForm(found), typed) : []
  const page = <EditCampaignPage campaign={campaign} form={form} newer={newer} />
  return renderPage(c, { title: `Edit ${campaign.name}`, page, status })
}
