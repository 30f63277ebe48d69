import { type FormState, fieldProps, formWith } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Column } from '../../../ui/data/table.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { listPageQuery, type SponsorListPage } from './list.ts'
import type { SponsorRow } from './queries.ts'

/** A rejection with an error, and what was typed. */
export type RejectionForm = { id: UserId; form: FormState }

type Options = { listPage: SponsorListPage; region: string; rejection?: RejectionForm | undefined }

export function sponsorColumns(options: Options): Column<SponsorRow>[] {
  return options.listPage.state === 'pending'
    ? [...submitted, answers(options)]
    : [...submitted, ...reasonOf(options)]
}

const submitted: Column<SponsorRow>[] = [
  { header: 'Sponsor', small: 'title', cell: (sponsor) => <Sponsor sponsor={sponsor} /> },
  { header: 'About', cell: (sponsor) => <About sponsor={sponsor} /> },
  {
    header: 'Annual budget',
    align: 'end',
    cell: ({ annualBudget }) =>
      annualBudget === null ? (
        <span class="secondary">Not provided</span>
      ) : (
        <Money cents={annualBudget} compact />
      ),
  },
  {
    header: 'Submitted',
    align: 'end',
    cell: ({ submittedAt }) => <Time at={submittedAt} as="relative" />,
  },
]

function reasonOf({ listPage }: Options): Column<SponsorRow>[] {
  return listPage.state === 'rejected'
    ? [{ header: 'Reason', cell: ({ statusReason }) => statusReason ?? '' }]
    : []
}

function answers({ listPage, region, rejection }: Options): Column<SponsorRow> {
  const back = listPageQuery(listPage)
  return {
    header: 'Answer',
    align: 'end',
    small: 'action',
    cell: ({ id, version, company }) => (
      <div class="row-actions">
        <Form action={routes.admin.approval.href({ userId: id }, back)} region={region}>
          <Hidden name="version" value={version} />
          <SubmitButton tone="outline" small>
            Approve<span class="visually-hidden"> {company}</span>
          </SubmitButton>
        </Form>
        <Reject
          sponsor={{ id, version, company }}
          action={routes.admin.rejection.href({ userId: id }, back)}
          region={region}
          rejection={rejection?.id === id ? rejection : undefined}
        />
      </div>
    ),
  }
}

type RejectProps = {
  sponsor: Pick<SponsorRow, 'id' | 'version' | 'company'>
  action: string
  region: string
  rejection: RejectionForm | undefined
}

const Reject = ({ sponsor: { id, version, company }, action, region, rejection }: RejectProps) => (
  <ConfirmDialog
    label="Reject…"
    question={`Reject ${company}?`}
    explain="They'll see your reason and can update their profile and resubmit."
    action={action}
    region={region}
    confirm={`Reject ${company}`}
    open={rejection !== undefined}
  >
    <Hidden name="version" value={version} />
    <TextArea
      {...fieldProps(rejection?.form ?? formWith(), 'reason')}
      id={`reason-${id}`}
      label="Reason"
      counter={1_000}
      required
    />
  </ConfirmDialog>
)

const Sponsor = ({ sponsor: { id, company, name, username, email } }: { sponsor: SponsorRow }) => (
  <Person
    name={company}
    href={routes.admin.user.href({ userId: id })}
    note={
      <>
        {name}, @{username}
        <br />
        {email}
      </>
    }
  />
)

const About = ({ sponsor: { industry, website, about } }: { sponsor: SponsorRow }) => (
  <>
    {industry}
    {website ? (
      <>
        {' · '}
        <a href={website} rel="nofollow noopener noreferrer">
          {hostOf(website)}
        </a>
      </>
    ) : null}
    {about === '' ? null : (
      <details class="small">
        <summary>About them</summary>
        <Prose text={about} />
      </details>
    )}
  </>
)

const hostOf = (website: string): string => URL.parse(website)?.host ?? website
