import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import type { Column } from '../../../ui/data/table.tsx'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { TextField } from '../../../ui/forms/field.tsx'
import { Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { influencerColumns } from '../influencers/columns.tsx'
import { EVERYBODY } from '../influencers/filters.ts'
import { Select, selectColumn } from '../influencers/selection.tsx'
import type { Member } from './queries.ts'

/** A note with an error, and what was typed. */
export type NoteForm = { readonly influencer: UserId; readonly form: FormState }

type List = {
  shortlistId: ShortlistId
  after: string | null
  noteForm?: NoteForm | undefined
  /** The ids that were ticked in a removal with an error. */
  ticked: readonly string[]
}

/** The columns of search results, with the sponsor's note under the name. */
export function memberColumns(list: List): readonly Column<Member>[] {
  const [name, ...others] = influencerColumns(EVERYBODY)
  return [
    {
      header: 'Influencer',
      small: 'title',
      cell: (member) => (
        <>
          {member.isAvailable && name ? name.cell(member.influencer) : <Gone name={member.name} />}
          <Note member={member} list={list} />
        </>
      ),
    },
    ...others.map((column) => ({
      ...column,
      cell: (member: Member) =>
        member.isAvailable ? column.cell(member.influencer) : <span class="secondary">–</span>,
    })),
    {
      ...selectColumn,
      cell: (member: Member) =>
        member.isAvailable ? (
          <Select {...member.influencer} checked={list.ticked.includes(String(member.id))} />
        ) : (
          <Remove member={member} list={list} />
        ),
    },
  ]
}

const Gone = ({ name }: { name: string }) => <Person name={name} note="No longer available" />

const Remove = ({ member, list }: { member: Member; list: List }) => (
  <ConfirmDialog
    label="Remove…"
    question={`Remove ${member.name} from this shortlist?`}
    explain={member.note === '' ? null : 'Your note will be deleted too.'}
    action={routes.shortlists.memberRemoval.href(...hrefArguments(member, list))}
    confirm="Remove"
  />
)

const Note = ({ member, list }: { member: Member; list: List }) => {
  const refused = list.noteForm?.influencer === member.id ? list.noteForm.form : null
  return (
    <>
      {member.note === '' ? null : (
        <p class="note" dir="auto">
          {member.note}
        </p>
      )}
      <details class="fold fold-note" open={refused !== null}>
        <summary>
          {member.note === '' ? 'Add a note' : 'Edit note'}
          <span class="visually-hidden"> about {member.name}</span>
        </summary>
        <Form action={routes.shortlists.memberNote.href(...hrefArguments(member, list))}>
          <FormErrors errors={{ form: refused?.errors.form }} />
          <TextField
            {...(refused ? fieldProps(refused, 'note') : { name: 'note', value: member.note })}
            id={`note-${member.id}`}
            label="Note"
            hint="Only you can see this."
          />
          <SubmitButton tone="outline" small>
            Save note
          </SubmitButton>
        </Form>
      </details>
    </>
  )
}

// The redirect leads back to the same page of the list.
function hrefArguments({ id }: Member, { shortlistId, after }: List) {
  return [{ shortlistId, influencerId: id }, { after }] as const
}
