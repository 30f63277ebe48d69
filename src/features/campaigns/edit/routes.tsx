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
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import type { Plan } from '../campaign.ts'
import { createCampaign, saveEdit } from '../commands.ts'
import { campaignForm, campaignFormOf, emptyPlan, overlaid, versionOf, type WrittenPlan } from '../forms.ts'
import { findMadeBy, findOwn, type WithGoals } from '../queries.ts'
import { edit, explainEdit } from './edit-rules.ts'
import { differencesOf, fieldNames } from './field-names.ts'
import { formKeyOf, newFormKey } from './form-key.ts'
import { EditCampaignPage, NewCampaignPage } from './form-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  campaign_created: 'Draft saved. Publish it when the brief is complete.',
})

export const campaignForms = new Hono<AppEnv>()

campaignForms.get(routes.campaigns.new.pattern, (c) => showNew(c, campaignFormOf(emptyPlan, []), 200))

campaignForms.post(routes.campaigns.index.pattern, async (c) => {
  const viewer = viewerOf(c)
  const sent = await readForm(c)
  const typed = overlaid(campaignFormOf(emptyPlan, []), sent)
  const form = checkForm(typed, campaignForm(viewer.timeZone))
  if (!form.ok) return showNew(c, form, 422)

  const campaignId = await createOnce(c, form.value, sent)
  return redirectWith(c, 'campaign_created', routes.campaigns.show.href({ campaignId }))
})

campaignForms.get(routes.campaigns.edit.pattern, async (c) => {
  const was = await findMine(c)
  if (was.campaign.state === 'completed') throw forbidden(explainEdit({ kind: 'completed' }, '').form)
  return showEdit(c, was, formOfStored(was), 200)
})

campaignForms.post(routes.campaigns.edit.pattern, async (c) => {
  const was = await findMine(c)
  const sent = await readForm(c)
  const form = checkForm(overlaid(formOfStored(was), sent), campaignForm(viewerOf(c).timeZone))
  if (!form.ok) return showEdit(c, was, form, 422)
  if (isStale(was, sent) && differencesIn(was, form.value).length > 0) return showEdit(c, was, form, 409)

  const edited = edit(was.campaign, form.value.plan, c.var.now)
  if (!edited.ok)
    return showEdit(c, was, withErrors(form, explainEdit(edited.refusal, c.var.env.CURRENCY)), 422)

  const saved = await saveDifferences(c, was, form.value)
  if (!saved) return showNewer(c, form, form.value.plan)
  return redirectWith(c, 'saved', routes.campaigns.show.href({ campaignId: was.campaign.id }))
})

async function findMine(c: AppContext): Promise<WithGoals> {
  const found = await findOwn(c.var.db, viewerOf(c).id, idParam<CampaignId>(c, 'campaignId'))
  if (!found) throw notFound()
  return found
}

// The second of two equal forms leads to what the first one made.
async function createOnce(c: AppContext, written: WrittenPlan, sent: SubmittedValues): Promise<CampaignId> {
  const { db, now } = c.var
  const actor = viewerOf(c).id
  const formKey = await formKeyOf(sent)
  const created = await createCampaign(db, written, formKey, { actor, now })
  if (created.ok) return created.value

  const made = formKey && (await findMadeBy(db, actor, formKey))
  if (!made) throw new Error('A form that has made a campaign already has made none.')
  return made
}

async function saveDifferences(c: AppContext, was: WithGoals, written: WrittenPlan): Promise<boolean> {
  const differences = differencesIn(was, written)
  if (differences.length === 0) return true
  const changed = [...new Set(differences.map(({ field }) => fieldNames[field].toLowerCase()))]
  const act = { actor: viewerOf(c).id, now: c.var.now }
  return (await saveEdit(c.var.db, was, written, changed, act)).ok
}

// Compared as they would be saved, so that "1,000" and "1000.00" do not count as different.
function differencesIn(was: WithGoals, { plan, goals }: WrittenPlan) {
  return differencesOf(formOfStored(was), campaignFormOf(plan, goals))
}

function isStale({ campaign }: WithGoals, sent: SubmittedValues): boolean {
  const version = versionOf(sent)
  return version !== null && version !== campaign.version
}

function formOfStored({ campaign, goals }: WithGoals): FormState {
  return campaignFormOf(
    campaign,
    goals.map(({ text }) => text),
  )
}

/** It changed between reading and writing: what is there now, and what of the form no longer fits it. */
async function showNewer(c: AppContext, form: FormState, plan: Plan) {
  const newer = await findMine(c)
  const edited = edit(newer.campaign, plan, c.var.now)
  const problems = edited.ok ? {} : explainEdit(edited.refusal, c.var.env.CURRENCY)
  return showEdit(c, newer, withErrors(form, problems), 409)
}

function showNew(c: AppContext, form: FormState, status: 200 | 422) {
  const formKey = form.values.formKey?.[0] || newFormKey()
  const page = <NewCampaignPage form={form} formKey={formKey} />
  return renderPage(c, { title: 'New campaign', page, status })
}

function showEdit(c: AppContext, was: WithGoals, form: FormState, status: 200 | 409 | 422) {
  const read = checkForm(form.values, campaignForm(viewerOf(c).timeZone))
  const mine = read.ok ? campaignFormOf(read.value.plan, read.value.goals) : form
  const newer = isStale(was, form.values) ? differencesOf(formOfStored(was), mine) : []
  const page = <EditCampaignPage campaign={was.campaign} form={form} newer={newer} />
  return renderPage(c, { title: `Edit ${was.campaign.name}`, page, status })
}
