import { routes } from '../../../../routes.ts'
import { counted, formatCount } from '../../../../shared/format.ts'
import { HOUR } from '../../../../shared/time.ts'
import { Progress } from '../../../../ui/data/progress.tsx'
import { Table } from '../../../../ui/data/table.tsx'
import { Terms } from '../../../../ui/data/terms.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBar } from '../../../../ui/feedback/status-bar.tsx'
import { Form, SubmitButton } from '../../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../../ui/page/card.tsx'
import { PageHeader } from '../../../../ui/page/page-header.tsx'
import { Region } from '../../../../ui/page/region.tsx'
import { Section } from '../../../../ui/page/split.tsx'
import { Time } from '../../../../ui/values/time.tsx'
import { explainBreak } from '../../../audit/break.ts'
import { stateOf } from '../../../audit/check.ts'
import { type LatestSeal, type ListedCheck, MAX_UNSEALED } from '../../../audit/queries.ts'
import { checkColumns } from './check-columns.tsx'

export interface VerificationProps {
  /** Null if nothing is sealed yet. */
  readonly latest: LatestSeal | null
  readonly unsealed: { readonly count: number; readonly since: number | null }
  /** Newest first. */
  readonly checks: readonly ListedCheck[]
  readonly now: number
}

export const VerificationPage = (props: VerificationProps) => (
  <>
    <Breadcrumbs
      trail={[{ label: 'Audit log', href: routes.admin.audit.index.href() }]}
      here="Is it intact?"
    />
    <PageHeader
      title="Is the audit log intact?"
      subtitle="Once an hour, Parley seals what was recorded. Each seal is a hash over the events and the seal before, so nothing sealed can be changed without anybody noticing."
    />
    <LatestCheck {...props} />
    <Section title="Latest seal">
      <SealCard {...props} />
    </Section>
    {props.checks.length > 1 ? (
      <Section title="Earlier checks">
        <Table
          caption="Checks, newest first"
          columns={checkColumns(props.now)}
          rows={props.checks.slice(1)}
        />
      </Section>
    ) : null}
  </>
)

const REGION = 'check'

/** The result of the latest check, or how far it is. With JavaScript it refreshes itself while it runs. */
export const LatestCheck = ({ latest, checks: [check], now }: VerificationProps) => {
  const state = check ? stateOf(check, now) : null
  return (
    <Region id={REGION} label="Latest check">
      {check && state ? (
        <CheckBar check={check} state={state} />
      ) : (
        <StatusBar tone="wait" sentence="The audit log has not been checked yet.">
          <Start />
        </StatusBar>
      )}
      {check && state === 'running' ? (
        <div
          hx-get={routes.admin.audit.verification.href()}
          hx-trigger="every 2s"
          hx-target={`#${REGION}`}
          hx-swap="outerHTML"
        >
          <Progress
            label="Seals checked"
            value={check.sealId}
            max={latest?.id ?? 0}
            text={`${formatCount(check.sealId)} of ${formatCount(latest?.id ?? 0)}, with ${counted(check.events, 'event')}`}
          />
          <noscript>
            <a href={routes.admin.audit.verification.href()}>Reload to see how far it is</a>
          </noscript>
        </div>
      ) : null}
    </Region>
  )
}

type BarProps = { check: ListedCheck; state: ReturnType<typeof stateOf> }

const CheckBar = ({ check, state }: BarProps) => {
  switch (state) {
    case 'running':
      return <StatusBar tone="wait" sentence={<strong>A check is running.</strong>} />
    case 'cut_off':
      return (
        <StatusBar
          tone="off"
          sentence={`The last check stopped after seal ${check.sealId}. For a large log without the clock, use npm run audit:verify.`}
        >
          <Start />
        </StatusBar>
      )
    case 'right':
      return (
        <StatusBar
          tone="done"
          sentence={
            <>
              <strong>Nothing was changed.</strong> {counted(check.events, 'event')} up to seal {check.sealId}{' '}
              checked <Time at={check.finishedAt ?? check.updatedAt} as="relative" />.
            </>
          }
        >
          <Start />
        </StatusBar>
      )
    case 'broken':
      return (
        <StatusBar
          tone="off"
          sentence={
            <>
              <strong>The audit log was changed.</strong> Checked{' '}
              <Time at={check.finishedAt ?? check.updatedAt} as="relative" />:
              <ul>
                {check.breaks.map((one) => (
                  <li class="hash">{explainBreak(one)}.</li>
                ))}
              </ul>
              Parley itself cannot do this. Somebody changed the database, or it was restored from a backup.
            </>
          }
        >
          <Start />
        </StatusBar>
      )
  }
}

const Start = () => (
  <Form action={routes.admin.audit.verification.href()}>
    <SubmitButton tone="outline">Check now</SubmitButton>
  </Form>
)

/** Longer than this, and the sweep does not run. */
const LATE = 3 * HOUR

const SealCard = ({ latest, unsealed, now }: VerificationProps) => (
  <>
    {unsealed.since !== null && now - unsealed.since > LATE ? (
      <StatusBar
        tone="off"
        label="Status of the seals"
        sentence="Events have been waiting for a seal for hours. Does the job “sweep” run?"
      />
    ) : null}
    {latest ? (
      <Card>
        <Terms
          items={[
            { term: 'Seal', detail: formatCount(latest.id) },
            { term: 'Made', detail: <Time at={latest.sealedAt} /> },
            { term: 'Not sealed yet', detail: waitingText(unsealed.count) },
            { term: 'Hash', detail: <code class="hash">{latest.hash}</code>, wide: true },
          ]}
        />
        <p class="mt-3 mb-0">
          Write this hash down outside of Parley now and then. Somebody who controls the whole database could
          make a new chain, and only an older hash shows that:{' '}
          <code>npm run audit:verify -- --expect &lt;hash&gt;</code>. The admins' monthly digest has one too.
        </p>
      </Card>
    ) : (
      <EmptyState title="Nothing is sealed yet">
        The first seal is made at the next sweep after an admin has done something.
      </EmptyState>
    )}
  </>
)

const waitingText = (count: number): string =>
  count < MAX_UNSEALED ? counted(count, 'event') : `${formatCount(count)} events or more`
