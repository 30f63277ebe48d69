import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { Progress as ProgressBar } from '../../../ui/data/progress.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Section, Stack } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { lookedAt } from '../bulk-action.ts'
import type { BulkKind } from '../bulk-kind.ts'
import { type ListedAction, MAX_ROWS_SHOWN } from '../queries.ts'
import type { BulkActionRow } from '../schema.ts'
import { countsText, thingsText, titleOf } from '../wording.ts'

type Props = {
  action: ListedAction
  rows: readonly BulkActionRow[]
  kind: BulkKind
  isClockOn: boolean
}

export const ProgressPage = (props: Props) => (
  <>
    <PageHeader
      title={titleOf(props.kind, props.action)}
      eyebrow="Bulk action"
      aside={<a href={routes.admin.bulkActions.index.href()}>All bulk actions</a>}
    />
    <Progress {...props} />
  </>
)

const REGION = 'bulk-action'

/** While the action runs, the page shows every two seconds how far it is. */
export const Progress = (props: Props) => {
  const { action, kind, rows } = props
  const href = routes.admin.bulkActions.show.href({ bulkActionId: action.id })
  return (
    <Region id={REGION} label="Progress">
      <div {...(isMoving(props) ? { 'hx-get': href, 'hx-trigger': 'every 2s', ...swap } : {})}>
        <Status {...props} />
      </div>
      <Stack>
        <Card>
          <div class="bulk-progress">
            <ProgressBar
              label="Looked at"
              value={lookedAt(action)}
              max={Math.max(action.total, lookedAt(action))}
              text={`${countsText(kind, action)}, of ${thingsText(kind, action.total)}`}
            />
          </div>
          <Terms columns items={termsOf(props)} />
        </Card>
        {rows.length > 0 ? <LeftRows {...props} /> : null}
      </Stack>
    </Region>
  )
}

// A morph keeps the focus on "Stop".
const swap = { 'hx-target': `#${REGION}`, 'hx-swap': 'outerMorph' }

const isMoving = ({ action, isClockOn }: Props) => action.state === 'running' && isClockOn

const Status = (props: Props) => {
  const { action, kind, isClockOn } = props
  const { id: bulkActionId, state, stopReason } = action
  const href = routes.admin.bulkActions.show.href({ bulkActionId })
  switch (state) {
    case 'running':
      return (
        <StatusBar
          tone={isClockOn ? 'wait' : 'move'}
          sentence={
            isClockOn
              ? 'Running. You can leave this page: it goes on without you.'
              : `Waiting for you. Nothing runs by itself here, so press Continue until it is done: each time goes on with up to 500 ${kind.things.many}.`
          }
        >
          {isClockOn ? (
            <ButtonLink href={href} tone="quiet">
              Refresh
            </ButtonLink>
          ) : (
            <Button action={routes.admin.bulkActions.nextChunks.href({ bulkActionId })} tone="primary">
              Continue
            </Button>
          )}
          <Button action={routes.admin.bulkActions.stop.href({ bulkActionId })} tone="outline">
            Stop
          </Button>
        </StatusBar>
      )
    case 'stopped':
      return (
        <StatusBar
          tone="off"
          sentence={`${stopReason ?? 'Stopped.'} What was changed before stays as it is.`}
        >
          <Button action={routes.admin.bulkActions.resumption.href({ bulkActionId })} tone="primary">
            Resume
          </Button>
        </StatusBar>
      )
    case 'done':
      return (
        <StatusBar tone="done" sentence={`Done: ${countsText(kind, action)}.`}>
          <ButtonLink href={kind.listHref}>Back to the list</ButtonLink>
        </StatusBar>
      )
  }
}

type ButtonProps = { action: string; tone: 'primary' | 'outline'; children: string }

const Button = ({ action, tone, children }: ButtonProps) => (
  <Form action={action} region={REGION}>
    <SubmitButton tone={tone}>{children}</SubmitButton>
  </Form>
)

function termsOf({ action }: Props) {
  const { startedAt, endedAt, starterName, actorName, error, fields } = action
  const { reason } = fields
  return [
    { term: 'Started', detail: <Time at={startedAt} /> },
    { term: 'By', detail: starterName },
    ...(actorName === starterName ? [] : [{ term: 'Resumed by', detail: actorName }]),
    ...(endedAt === null ? [] : [{ term: 'Ended', detail: <Time at={endedAt} /> }]),
    ...(reason ? [{ term: 'Reason', detail: <Prose text={reason} />, wide: true }] : []),
    ...(error === null ? [] : [{ term: 'First error', detail: error, wide: true }]),
  ]
}

const LeftRows = ({ action, rows, kind }: Props) => (
  <Section title={`Not ${kind.done}`}>
    <Card>
      <Table
        caption={`${kind.things.many} that were not ${kind.done}, and why`}
        columns={columns}
        rows={rows}
      />
      {action.skipped + action.failed > MAX_ROWS_SHOWN ? (
        <p class="secondary">
          These are the first {formatCount(MAX_ROWS_SHOWN)} of {formatCount(action.skipped + action.failed)}.
        </p>
      ) : null}
    </Card>
  </Section>
)

const columns: readonly Column<BulkActionRow>[] = [
  { header: 'Name', small: 'title', cell: ({ name }) => name },
  { header: 'Outcome', small: 'value', cell: ({ outcome }) => (outcome === 'failed' ? 'Failed' : 'Skipped') },
  { header: 'Why', cell: ({ reason }) => reason },
]
