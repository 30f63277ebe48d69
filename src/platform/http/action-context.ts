import type { ActionContext } from '../../shared/action-context.ts'
import type { AppContext } from './context.ts'
import { viewerOf } from './guards.ts'

/** The viewer as the one who acts now. Needs a guard before the route. */
export function actionContextOf(c: AppContext): ActionContext {
  return { actor: viewerOf(c).id, now: c.var.now, currency: c.var.env.CURRENCY }
}
