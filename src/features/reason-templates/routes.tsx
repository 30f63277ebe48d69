import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type FormState, formWith, parseForm, withErrors } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { flashTexts, saved } from '../../platform/http/flash.ts'
import { actionContextOf, roles } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { id, params } from '../../platform/http/validate.ts'
import { routes } from '../../routes.ts'
import type { ReasonTemplateId } from '../../shared/ids.ts'
import { addTemplate, editTemplate, restoreTemplate, retireTemplate, saveOrder } from './commands.ts'
import { TemplatePage } from './edit/template-page.tsx'
import { editTemplateForm, newTemplateForm, positionForm } from './forms.ts'
import { TemplatesPage } from './list/templates-page.tsx'
import { findTemplate, listTemplates } from './queries.ts'
import { MAX_TEMPLATES, moved } from './reason-template.ts'
import type { ReasonTemplate } from './schema.ts'

const redirectWith = flashTexts({
  ...saved,
  template_added: 'Template added.',
  template_retired: 'Retired. It is no longer offered.',
  template_restored: 'It is offered again.',
})

const { index, edit, position, retirement, retirementEnd } = routes.admin.reasonTemplates
const withId = params({ reasonTemplateId: id<ReasonTemplateId>() })

export const reasonTemplateRoutes = new Hono<AppEnv>()

reasonTemplateRoutes.use(`${index.pattern}/*`, roles('admin'))

reasonTemplateRoutes.get(index.pattern, (c) => showAll(c, formWith()))

reasonTemplateRoutes.post(index.pattern, async (c) => {
  const form = await parseForm(c, newTemplateForm)
  if (!form.ok) return showAll(c, form, 422)

  const added = await addTemplate(c.var.db, form.value, actionContextOf(c))
  if (!added.ok) return showAll(c, withErrors(form, { form: tooMany }), 422)
  return redirectWith(c, 'template_added', index.href())
})

reasonTemplateRoutes.get(edit.pattern, withId, async (c) => {
  const template = await find(c, c.req.valid('param').reasonTemplateId)
  const { title, text, version } = template
  return showOne(c, template, formWith({ title, text, version: String(version) }))
})

reasonTemplateRoutes.post(edit.pattern, withId, async (c) => {
  const template = await find(c, c.req.valid('param').reasonTemplateId)
  const form = await parseForm(c, editTemplateForm)
  if (!form.ok) return showOne(c, template, form, 422)

  const { version, ...wording } = form.value
  const { title, text } = wording
  if (title === template.title && text === template.text) return redirectWith(c, 'saved', index.href())
  const edited = await editTemplate(c.var.db, { ...template, version }, wording, actionContextOf(c))
  if (edited.ok) return redirectWith(c, 'saved', index.href())
  // Saving again replaces the newer wording, which the page shows.
  const values = { ...form.values, version: [String(template.version)] }
  return showOne(c, template, withErrors({ ...form, values }, { form: changedMeanwhile(template) }), 409)
})

reasonTemplateRoutes.post(position.pattern, withId, async (c) => {
  const { reasonTemplateId } = c.req.valid('param')
  const form = await parseForm(c, positionForm)
  const templates = await listTemplates(c.var.db)
  const template = templates.find((one) => one.id === reasonTemplateId)
  if (!template) throw notFound()
  if (!form.ok) throw new HTTPException(400)

  const offered = templates.filter(({ purpose, retiredAt }) => purpose === template.purpose && !retiredAt)
  const ids = offered.map((one) => one.id)
  const next = moved(ids, template.id, form.value.direction)
  if (next !== ids) await saveOrder(c.var.db, next, template, actionContextOf(c))
  return c.redirect(index.href(), 303)
})

reasonTemplateRoutes.post(retirement.pattern, withId, async (c) => {
  const template = await find(c, c.req.valid('param').reasonTemplateId)
  // Refused only if it has been done already.
  await retireTemplate(c.var.db, template, actionContextOf(c))
  return redirectWith(c, 'template_retired', index.href())
})

reasonTemplateRoutes.post(retirementEnd.pattern, withId, async (c) => {
  const template = await find(c, c.req.valid('param').reasonTemplateId)
  await restoreTemplate(c.var.db, template, actionContextOf(c))
  return redirectWith(c, 'template_restored', index.href())
})

const tooMany = `There can be ${MAX_TEMPLATES} templates for this. Retire one to add another.`

function changedMeanwhile({ title, text }: ReasonTemplate): string {
  return `Somebody else has edited this template. It now says “${title}: ${text}”. Save again to replace that.`
}

async function find(c: AppContext, templateId: ReasonTemplateId): Promise<ReasonTemplate> {
  const template = await findTemplate(c.var.db, templateId)
  if (!template) throw notFound()
  return template
}

async function showAll(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  const templates = await listTemplates(c.var.db)
  const props = { templates, form }
  return renderPage(c, { title: 'Reason templates', page: <TemplatesPage {...props} />, status })
}

function showOne(c: AppContext, template: ReasonTemplate, form: FormState, status: 200 | 409 | 422 = 200) {
  const page = <TemplatePage template={template} form={form} />
  return renderPage(c, { title: template.title, page, status })
}
