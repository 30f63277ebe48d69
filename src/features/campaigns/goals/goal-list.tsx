import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { Form } from '../../../ui/forms/form.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { Campaign } from '../campaign.ts'
import { canCheckGoals, type Goal } from './goals.ts'

type Props = {
  campaign: Campaign
  goals: readonly Goal[]
  canManage: boolean
}

const REGION = 'goals'

/** The goals. The sponsor checks them off with a button for each, which works without JavaScript. */
export const GoalList = ({ campaign, goals, canManage }: Props) => (
  <Region id={REGION} label="Goals">
    <Section
      title="Goals"
      aside={
        campaign.state === 'draft' ? null : (
          <span class="secondary">{`${reached(goals)} of ${counted(goals.length, 'goal')} reached`}</span>
        )
      }
    >
      <ul class="rows-plain">
        {goals.map((goal) => (
          <li class="goal">
            {canManage && canCheckGoals(campaign) ? (
              <Tick campaign={campaign} goal={goal} />
            ) : (
              <Mark done={goal.doneAt !== null} />
            )}
            <span dir="auto">{goal.text}</span>
            {goal.doneAt === null ? null : (
              <span class="secondary small push-end">
                <Time at={goal.doneAt} as="date" />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  </Region>
)

const Tick = ({ campaign, goal }: { campaign: Campaign; goal: Goal }) => {
  const done = goal.doneAt !== null
  const { goalCompletion, goalCompletionUndo } = routes.campaigns
  const route = done ? goalCompletionUndo : goalCompletion
  return (
    <Form action={route.href({ campaignId: campaign.id, goalId: goal.id })} region={REGION}>
      <button
        type="submit"
        class="goal-tick"
        aria-pressed={done ? 'true' : 'false'}
        title={done ? 'Mark as not reached' : 'Mark as reached'}
      >
        <Mark done={done} />
        <span class="visually-hidden">Reached: {goal.text}</span>
      </button>
    </Form>
  )
}

const Mark = ({ done }: { done: boolean }) => (
  <span class={done ? 'goal-mark is-done' : 'goal-mark'}>
    <span class="visually-hidden">{done ? 'Reached: ' : 'Open: '}</span>
  </span>
)

function reached(goals: readonly Goal[]): number {
  return goals.filter(({ doneAt }) => doneAt !== null).length
}
