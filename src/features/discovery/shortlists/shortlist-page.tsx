import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Hidden, TextField } from '../../../ui/forms/field.tsx'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { memberColumns, type NoteForm } from './columns.tsx'
import type { Member, Shortlist } from './queries.ts'
import { ShortlistSelection } from './selection.tsx'

export type ShortlistProps = {
  shortlist: Shortlist
  members: Page<Member>
  /** What the page begins after; null for the first. */
  after: string | null
  /** A new name, or a choice of members, that was refused. */
  form: FormState
  /** A note that was refused. */
  noteForm?: NoteForm | undefined
}

/** One list: who is on it, and what one can do with them. */
export const ShortlistPage = (props: ShortlistProps) => {
  const { shortlist, form } = props
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Shortlists', href: routes.shortlists.index.href() }]}
        here={shortlist.name}
      />
      <PageHeader
        title={<span dir="auto">{shortlist.name}</span>}
        subtitle={`${counted(shortlist.members, 'influencer')}, those added last first. Only you see this list.`}
        aside={
          <div class="actions">
            <Rename shortlist={shortlist} form={form} />
            <Delete shortlist={shortlist} />
          </div>
        }
      />
      <ShortlistMembers {...props} />
    </>
  )
}

const REGION = 'members'

export const ShortlistMembers = ({ shortlist, members, after, form, noteForm }: ShortlistProps) => {
  const shortlistId = shortlist.id
  const columns = memberColumns({ shortlistId, after, noteForm })
  return (
    <Region id={REGION} label="Members">
      <FormErrors errors={form.errors.form ? { form: form.errors.form } : {}} />
      {members.rows.length > 0 ? (
        <>
          <Card>
            <Table caption={`On the list ${shortlist.name}`} columns={columns} rows={members.rows} />
          </Card>
          <ShortlistSelection shortlistId={shortlistId} after={after} />
        </>
      ) : (
        <NobodyHere isFirst={after === null} />
      )}
      <MorePager
        region={REGION}
        appendTo="tbody"
        nextHref={members.next && routes.shortlists.show.href({ shortlistId }, { after: members.next })}
        firstHref={after === null ? null : routes.shortlists.show.href({ shortlistId })}
      />
    </Region>
  )
}

const NobodyHere = ({ isFirst }: { isFirst: boolean }) =>
  isFirst ? (
    <EmptyState
      title="Nobody is on this list yet"
      action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
    >
      Tick influencers in the search, or open one, and add them to this list.
    </EmptyState>
  ) : (
    <EmptyState title="There are no more" />
  )

const Rename = ({ shortlist: { id, name, version }, form }: { shortlist: Shortlist; form: FormState }) => (
  <ConfirmDialog
    label="Rename…"
    tone="primary"
    question="What shall this list be called?"
    action={routes.shortlists.name.href({ shortlistId: id })}
    confirm="Save the name"
    open={form.errors.name !== undefined}
  >
    <Hidden name="version" value={version} />
    <TextField
      {...fieldProps(form, 'name')}
      value={form.errors.name === undefined ? name : fieldProps(form, 'name').value}
      label="Name of the list"
      autocomplete="off"
      required
    />
  </ConfirmDialog>
)

const Delete = ({ shortlist: { id, name, members } }: { shortlist: Shortlist }) => (
  <ConfirmDialog
    label="Delete…"
    question={`Delete the list “${name}” for good?`}
    explain={
      members > 0
        ? `What you noted about ${counted(members, 'influencer')} goes with it. Requests stay as they are.`
        : null
    }
    action={routes.shortlists.deletion.href({ shortlistId: id })}
    confirm="Delete it"
  />
)
