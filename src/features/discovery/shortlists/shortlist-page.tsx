import { type FormState, fieldProps, fieldValues } from '../../../platform/forms/form.ts'
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
  /** The cursor; null for the first page. */
  after: string | null
  /** A rename or removal with an error. */
  form: FormState
  /** A note with an error. */
  noteForm?: NoteForm | undefined
}

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
        subtitle={`${counted(shortlist.members, 'influencer')}, newest first. Only you can see this shortlist.`}
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
  const ticked = fieldValues(form, 'influencerId')
  const columns = memberColumns({ shortlistId, after, noteForm, ticked })
  return (
    <Region id={REGION} label="Members">
      <FormErrors errors={form.errors.form ? { form: form.errors.form } : {}} />
      {members.rows.length > 0 ? (
        <>
          <Card>
            <Table caption={`Influencers on ${shortlist.name}`} columns={columns} rows={members.rows} />
          </Card>
          <ShortlistSelection shortlistId={shortlistId} after={after} isRemoving={ticked.length > 0} />
        </>
      ) : (
        <NoMembers isFirst={after === null} />
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

const NoMembers = ({ isFirst }: { isFirst: boolean }) =>
  isFirst ? (
    <EmptyState
      title="No influencers on this shortlist yet"
      action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
    >
      Search for influencers, then add them to this shortlist.
    </EmptyState>
  ) : (
    <EmptyState title="No more influencers" />
  )

const Rename = ({ shortlist: { id, name, version }, form }: { shortlist: Shortlist; form: FormState }) => {
  const isSent = form.values.name !== undefined
  return (
    <ConfirmDialog
      label="Rename…"
      tone="primary"
      question="Rename this shortlist?"
      action={routes.shortlists.name.href({ shortlistId: id })}
      confirm="Save name"
      open={isSent}
    >
      <FormErrors errors={isSent ? { form: form.errors.form } : {}} />
      <Hidden name="version" value={version} />
      <TextField
        {...fieldProps(form, 'name')}
        value={isSent ? fieldProps(form, 'name').value : name}
        label="Shortlist name"
        required
      />
    </ConfirmDialog>
  )
}

const Delete = ({ shortlist: { id, name, members } }: { shortlist: Shortlist }) => (
  <ConfirmDialog
    label="Delete…"
    question={`Delete the shortlist “${name}”?`}
    explain={
      members > 0
        ? `Your notes about ${counted(members, 'influencer')} will be deleted too. Your requests won't change.`
        : null
    }
    action={routes.shortlists.deletion.href({ shortlistId: id })}
    confirm="Delete shortlist"
  />
)
