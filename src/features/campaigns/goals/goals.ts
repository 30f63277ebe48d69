import type { GoalId } from '../../../shared/ids.ts'
import type { Campaign } from '../campaign.ts'

export interface Goal {
  readonly id: GoalId
  readonly position: number
  readonly text: string
  /** Milliseconds UTC; null while it is open. */
  readonly doneAt: number | null
}

export interface GoalChanges {
  readonly removed: readonly GoalId[]
  readonly moved: readonly { readonly id: GoalId; readonly position: number }[]
  readonly added: readonly { readonly text: string; readonly position: number }[]
}

/** How to turn saved goals into a new list. Goals are matched by text, so a reworded one is a new, open one. */
export function changeGoals(before: readonly Goal[], texts: readonly string[]): GoalChanges {
  const known = new Map(before.map((goal) => [goal.text, goal]))
  const wanted = texts.map((text, position) => ({ text, position, goal: known.get(text) }))
  return {
    removed: before.filter(({ text }) => !texts.includes(text)).map(({ id }) => id),
    moved: wanted.flatMap(({ goal, position }) =>
      goal && goal.position !== position ? [{ id: goal.id, position }] : [],
    ),
    added: wanted.filter(({ goal }) => !goal).map(({ text, position }) => ({ text, position })),
  }
}

/** Goals can be checked off while a campaign is active or paused, but not in a draft or once it is completed. */
export function canCheckGoals({ state }: Pick<Campaign, 'state'>): boolean {
  return state === 'active' || state === 'paused'
}
