import { Hono } from 'hono'
import {
  checkForm,
  type FormState,
  formWith,
  parseForm,
  readForm,
  withErrors,
} from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { type ListState, listState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { FlagId } from '../../../shared/ids.ts'
import { answerRow, refuseRow } from '../../../ui/list/answer-row.tsx'
import { showList } from '../../../ui/list/show-list.tsx'
import type { UserStatus } from '../../accounts/schema.ts'
import { saveDecision, saveFlag } from '../../flags/commands.ts'
import { decide, explainDecisionRefusal, UNTOLD } from '../../flags/flag.ts'
import { type Flaggable, findFlaggable } from '../../flags/flaggable.ts'
import { decisionForm, flagForm, queriedThing, thingQuery } from '../../flags/forms.ts'
import { type FlagDetails, findFlag } from '../../flags/queries.ts'
import type { ModeratedThing } from '../../flags/subject.ts'
import { selectReasonChoices } from '../../reason-templates/queries.ts'
import { withChosenReason } from '../../reason-templates/reason-template.ts'
import { FlagFormPage } from './flag-form-page.tsx'
import { ANSWER, flagList, LIFT } from './flag-list.tsx'
import { AdminFlagPage } from './flag-page.tsx'
import type { FlagSearch } from './search.ts'

const redirectWith = flashTexts({
  flagged: 'Flagged. The owner has been notified.',
  flag_lifted: 'Flag lifted. The owner has been notified.',
  flag_kept: 'Appeal answered. The flag stays.',
  flagged_untold: `Flagged. ${UNTOLD}`,
  flag_lifted_untold: `Flag lifted. ${UNTOLD}`,
})

const withId = params({ flagId: id<FlagId>() })

export const flagRoutes = new Hono<AppEnv>()

const withState = query(listState(flagList.search))

flagRoutes.get(routes.admin.flags.index.pattern, withState, (c) =>
  showList(c, flagList, c.req.valid('query')),
)

flagRoutes.post(routes.admin.flags.answer.pattern, withId, withState, (c) =>
  decideInRow(c, c.req.valid('param').flagId, ANSWER, c.req.valid('query')),
)

flagRoutes.post(routes.admin.flags.removal.pattern, withId, withState, (c) =>
  decideInRow(c, c.req.valid('param').flagId, LIFT, c.req.valid('query')),
)

flagRoutes.get(routes.admin.flags.new.pattern, query(thingQuery), async (c) => {
  const choices = prefetchChoices(c)
  const flaggable = await findThing(c, queriedThing(c.req.valid('query')))
  if (flaggable.openFlag) return c.redirect(flagHref(flaggable.openFlag), 303)
  return showForm(c, flaggable, choices, formWith())
})

flagRoutes.post(routes.admin.flags.index.pattern, async (c) => {
  const values = await readForm(c)
  const thing = checkForm(values, thingQuery)
  const choices = prefetchChoices(c)
  const flaggable = await findThing(c, thing.ok ? queriedThing(thing.value) : null)
  const form = checkForm(withChosenReason(values, await choices.rows()), flagForm)
  if (flaggable.openFlag) return showFlag(c, await find(c, flaggable.openFlag), FASTER, 409)
  if (!form.ok) return showForm(c, flaggable, choices, form, 422)
  if (!flaggable.isOpen) return showForm(c, flaggable, choices, form, 409)

  const saved = await saveFlag(c.var.db, flaggable, form.value, actionContextOf(c))
  if (saved.ok)
    return redirectWith(c, isTold(flaggable) ? 'flagged' : 'flagged_untold', flagHref(saved.value))
  const newer = await findThing(c, flaggable.thing)
  return newer.openFlag
    ? showFlag(c, await find(c, newer.openFlag), FASTER, 409)
    : showForm(c, newer, choices, withErrors(form, { form: CHANGED }), 409)
})

flagRoutes.get(routes.admin.flags.show.pattern, withId, async (c) =>
  showFlag(c, await find(c, c.req.valid('param').flagId), formWith()),
)

flagRoutes.post(routes.admin.flags.decision.pattern, withId, async (c) => {
  const details = await find(c, c.req.valid('param').flagId)
  const { flag } = details
  const form = await parseForm(c, decisionForm)
  if (!form.ok) return showFlag(c, details, form, 422)
  const { version, decision, reason } = form.value
  const allowed = decide(flag, decision)
  if (!allowed.ok)
    return showFlag(c, details, withErrors(form, { form: explainDecisionRefusal(allowed.refusal) }), 409)
  if (version !== flag.version) return showFlag(c, details, withErrors(form, { form: CHANGED }), 409)

  const saved = await saveDecision(c.var.db, flag, decision, reason, actionContextOf(c))
  if (!saved.ok) return showFlag(c, await find(c, flag.id), withErrors(form, { form: CHANGED }), 409)
  const lifted = isTold(flag) ? 'flag_lifted' : 'flag_lifted_untold'
  return redirectWith(c, decision === 'lifted' ? lifted : 'flag_kept', flagHref(flag.id))
})

/** The same decision in a row of the list. */
async function decideInRow(c: AppContext, flagId: FlagId, action: string, state: ListState<FlagSearch>) {
  const { flag } = await find(c, flagId)
  const row = { id: flagId, action }
  const form = await parseForm(c, decisionForm)
  if (!form.ok) return refuseRow(c, flagList, state, { ...row, form })
  const { version, reason } = form.value
  const decision = action === LIFT ? 'lifted' : form.value.decision
  const allowed = decide(flag, decision)
  if (!allowed.ok) {
    return refuseRow(c, flagList, state, { ...row, form, problem: explainDecisionRefusal(allowed.refusal) })
  }
  const isCurrent = version === flag.version
  const saved = isCurrent && (await saveDecision(c.var.db, flag, decision, reason, actionContextOf(c))).ok
  if (!saved) return refuseRow(c, flagList, state, { ...row, form, problem: CHANGED })
  return answerRow(c, flagList, state, { ...row, isUntold: !isTold(flag) })
}

function isTold({ ownerStatus }: { readonly ownerStatus: UserStatus }): boolean {
  return ownerStatus !== 'deleted'
}

const FASTER = withErrors(formWith(), {
  form: 'Another admin has already flagged this. Nothing was saved; here is their flag.',
})
const CHANGED = 'This has changed since you opened the page, so nothing was saved. Please review it again.'

async function findThing(c: AppContext, thing: ModeratedThing | null): Promise<Flaggable> {
  const found = thing && (await findFlaggable(c.var.db, thing, c.var.now))
  if (!found) throw notFound()
  return found
}

async function find(c: AppContext, flagId: FlagId): Promise<FlagDetails> {
  const details = await findFlag(c.var.db, flagId)
  if (!details) throw notFound()
  return details
}

type Choices = ReturnType<typeof prefetchChoices>

function prefetchChoices({ var: { db } }: AppContext) {
  return db.prefetch(selectReasonChoices(db, 'flag'))
}

async function showForm(
  c: AppContext,
  flaggable: Flaggable,
  choices: Choices,
  form: FormState,
  status: 200 | 409 | 422 = 200,
) {
  return renderPage(c, {
    title: `Flag ${flaggable.title}`,
    page: <FlagFormPage flaggable={flaggable} form={form} choices={await choices.rows()} />,
    status,
  })
}

function showFlag(c: AppContext, details: FlagDetails, form: FormState, status: 200 | 409 | 422 = 200) {
  return renderPage(c, {
    title: `Flag ${details.flag.id}`,
    page: <AdminFlagPage details={details} form={form} />,
    status,
  })
}

function flagHref(flagId: FlagId): string {
  return routes.admin.flags.show.href({ flagId })
}
