import type { AppContext } from '../../platform/http/context.ts'
import { flashNext } from '../../platform/http/flash.ts'
import { goTo } from '../../platform/http/guards.ts'
import { routes } from '../../routes.ts'
import { selectUsed } from './queries.ts'
import type { UsedForm } from './schema.ts'
import { repetitionOf, SENT_BEFORE, type SentForm } from './sent-form.ts'
import { type Dispatch, showAgain } from './show-again.tsx'

/** How often, and after how many milliseconds each, to look for the result of a form that is just being handled. */
const LOOKS = 20
const PAUSE = 100

/**
 * Answers a form that has done what it is for already. A double click gets the page that the first click led to. If
 * something else was typed since, the form is shown with it, and can be sent.
 */
export async function answerRepeated(
  c: AppContext,
  dispatch: Dispatch,
  sent: SentForm,
  used: UsedForm,
): Promise<Response> {
  const repetition = repetitionOf(sent, used, c.var.now)
  if (repetition === 'other_content') {
    return showAgain(c, dispatch, { form: sent, message: SENT_BEFORE, status: 409, flash: 'done_before' })
  }
  const { location, flash } = await resultOf(c, used)
  if (repetition === 'repeat') flashNext(c, 'done_before')
  else if (flash !== null) flashNext(c, flash)
  return goTo(c, location ?? sent.page ?? routes.home.href())
}

/** Where the first click led. It may still be on its way. */
async function resultOf(c: AppContext, used: UsedForm): Promise<Pick<UsedForm, 'location' | 'flash'>> {
  let found: UsedForm | undefined = used
  for (let looks = 0; found?.location === null && looks < LOOKS; looks++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    ;[found] = await selectUsed(c.var.db, used.key)
  }
  return found ?? used
}
