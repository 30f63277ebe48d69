import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { Hidden, TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { consequencesOf } from '../../flags/consequences.ts'
import { MAX_NOTE } from '../../flags/flag.ts'
import type { Flaggable } from '../../flags/flaggable.ts'
import { flagReasons } from '../../flags/reasons.ts'
import { subjectNames } from '../../flags/subject.ts'

type Props = { flaggable: Flaggable; form: FormState }

/** Where an admin flags something: the reason, the words to its owner, and what will happen. */
export const FlagFormPage = ({ flaggable, form }: Props) => {
  const { thing, title, ownerName, ownerRole, isOpen } = flaggable
  const { label } = subjectNames[thing.subject]
  return (
    <Narrow>
      <Breadcrumbs trail={[{ label: 'Flags', href: routes.admin.flags.index.href() }]} here="New flag" />
      <PageHeader eyebrow="New flag" title={`Flag this ${label.toLowerCase()}`} />
      <FormErrors errors={form.errors} />
      <Card>
        <Terms
          items={[
            { term: label, detail: <span dir="auto">{title}</span>, wide: true },
            { term: 'Who is told', detail: ownerName },
          ]}
        />
      </Card>
      {isOpen ? (
        <Card title="What happens">
          <ul>
            {consequencesOf(thing.subject, ownerRole === 'sponsor').map((text) => (
              <li>{text}</li>
            ))}
          </ul>
          <p class="secondary">This is what {ownerName} reads. They can appeal once.</p>
          <FlagForm flaggable={flaggable} form={form} />
        </Card>
      ) : (
        <EmptyState title="This request is closed">
          There is nothing left to stop. You can flag the campaign or a person instead.
        </EmptyState>
      )}
    </Narrow>
  )
}

const reasons = optionsOf(flagReasons)

const FlagForm = ({ flaggable: { thing, ownerName }, form }: Props) => (
  <Form action={routes.admin.flags.index.href()}>
    <Hidden name="subject" value={thing.subject} />
    <Hidden name="subjectId" value={thing.id} />
    <Select
      name="reason"
      label="Reason"
      placeholder="Choose a reason"
      value={fieldValue(form, 'reason')}
      error={form.errors.reason}
      options={reasons}
      required
    />
    <TextArea
      {...fieldProps(form, 'note')}
      label={`Note to ${ownerName}`}
      hint="What is wrong, and what they could change"
      counter={MAX_NOTE}
      rows={4}
    />
    <TextArea
      {...fieldProps(form, 'internalNote')}
      label="Note for admins"
      hint="Only admins can read it"
      counter={MAX_NOTE}
      rows={3}
    />
    <Actions>
      <SubmitButton tone="danger">Flag and notify</SubmitButton>
    </Actions>
  </Form>
)
