import * as z from 'zod'
import { paragraphs, wholeNumber } from '../../../platform/forms/fields.ts'
import { fieldProps, parseForm } from '../../../platform/forms/form.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import { actionContextOf } from '../../../platform/http/guards.ts'
import type { ListSearch } from '../../../platform/list/search.ts'
import type { ListState } from '../../../platform/list/state.ts'
import { routes } from '../../../routes.ts'
import type { FlagId } from '../../../shared/ids.ts'
import { TextArea } from '../../../ui/forms/field.tsx'
import { answerRow, refuseRow } from '../../../ui/list/answer-row.tsx'
import type { List, RowAction, RowLink } from '../../../ui/list/list.ts'
import { saveDecision } from '../../flags/commands.ts'
import { decide, explainDecisionRefusal, MAX_NOTE, UNTOLD } from '../../flags/flag.ts'
import { findFlag } from '../../flags/queries.ts'
import type { OpenFlag } from '../../flags/schema.ts'
import type { ModeratedThing } from '../../flags/subject.ts'

interface Row {
  readonly flag: OpenFlag | null
}

const LIFT = 'lift-flag'

/** The actions of a row that can be flagged. `thingOf` is null if it cannot be. */
export function flagActions<R extends Row>(
  thingOf: (row: R) => ModeratedThing | null,
  liftHref: (row: R) => string,
): readonly (RowAction<R> | RowLink<R>)[] {
  return [
    {
      key: 'flag',
      label: 'Flag…',
      opens: (row) => {
        const thing = thingOf(row)
        return routes.admin.flags.new.href(thing ? { subject: thing.subject, subjectId: thing.id } : {})
      },
      isPossible: (row) => row.flag === null && thingOf(row) !== null,
    },
    {
      key: 'open-flag',
      label: 'Answer appeal…',
      opens: ({ flag }) => routes.admin.flags.show.href({ flagId: flag?.id ?? '' }),
      isPossible: ({ flag }) => flag?.state === 'appealed',
    },
    {
      key: LIFT,
      label: 'Lift flag…',
      href: liftHref,
      isPossible: ({ flag }) => flag !== null && flag.state !== 'appealed',
      hidden: ({ flag }): Record<string, number> => (flag ? { flagId: flag.id, version: flag.version } : {}),
      confirm: {
        question: () => 'Lift the flag?',
        explain: 'Everything is as it was before the flag. The owner gets your reason.',
        button: 'Lift flag',
        tone: 'primary',
        fields: (form) => (
          <TextArea {...fieldProps(form, 'reason')} label="Reason" counter={MAX_NOTE} required />
        ),
      },
      done: 'Flag lifted. The owner has been notified.',
      doneUntold: `Flag lifted. ${UNTOLD}`,
    },
  ]
}

const number = wholeNumber({ required: 'Reload the page', min: 1, max: Number.MAX_SAFE_INTEGER })

const liftForm = z.object({
  flagId: number,
  version: number,
  reason: paragraphs({ max: MAX_NOTE, required: 'Enter a reason. The owner will see it.' }),
})

const CHANGED = 'This flag has changed since you opened the page, so nothing was saved.'

/** Lifts the flag of a row, and answers with the row. */
export async function liftInRow<R extends Row, Search extends ListSearch>(
  c: AppContext,
  list: List<R, Search>,
  state: ListState<Search>,
  thing: ModeratedThing,
): Promise<Response> {
  const row = { id: Number(thing.id), action: LIFT }
  const form = await parseForm(c, liftForm)
  if (!form.ok) {
    // Only the reason is typed. Without the rest, the form is not that of a row as it is now.
    return form.errors.reason === undefined && form.errors.form === undefined
      ? refuseRow(c, list, state, { ...row, problem: CHANGED })
      : refuseRow(c, list, state, { ...row, form })
  }
  const { flagId, version, reason } = form.value
  const flag = (await findFlag(c.var.db, flagId as FlagId))?.flag
  if (flag?.subject !== thing.subject || flag.subjectId !== thing.id) {
    return refuseRow(c, list, state, { ...row, problem: CHANGED })
  }
  const allowed = decide(flag, 'lifted')
  if (!allowed.ok) {
    return refuseRow(c, list, state, { ...row, problem: explainDecisionRefusal(allowed.refusal) })
  }
  const isCurrent = flag.version === version
  const saved = isCurrent && (await saveDecision(c.var.db, flag, 'lifted', reason, actionContextOf(c))).ok
  const isUntold = flag.ownerStatus === 'deleted'
  return saved
    ? answerRow(c, list, state, { ...row, isUntold })
    : refuseRow(c, list, state, { ...row, problem: CHANGED })
}
