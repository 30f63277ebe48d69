import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { consequencesOf } from '../../flags/consequences.ts'
import type { Flaggable } from '../../flags/flaggable.ts'
import { FlagFields } from '../../flags/new/flag-fields.tsx'
import { subjectNames } from '../../flags/subject.ts'
import type { ReasonChoice } from '../../reason-templates/reason-template.ts'

type Props = { flaggable: Flaggable; form: FormState; choices: readonly ReasonChoice[] }

/** Where an admin flags something: the reason, the words to its owner, and what will happen. */
export const FlagFormPage = ({ flaggable, form, choices }: Props) => {
  const { thing, title, ownerName, ownerRole, isOpen } = flaggable
  const isDeleted = flaggable.ownerStatus === 'deleted'
  const { label } = subjectNames[thing.subject]
  return (
    <Narrow>
      <Breadcrumbs trail={[{ label: 'Flags', href: routes.admin.flags.index.href() }]} here="New flag" />
      <PageHeader eyebrow="New flag" title={`Flag this ${label.toLowerCase()}`} />
      <FormErrors errors={form.errors} labels={{ flagReason: 'Reason', reason: `Note to ${ownerName}` }} />
      <Stack>
        <Card>
          <Terms
            items={[
              { term: label, detail: <span dir="auto">{title}</span>, wide: true },
              { term: 'Who is told', detail: isDeleted ? 'Nobody: the account has been deleted' : ownerName },
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
            {isDeleted ? null : (
              <p class="secondary">This is what {ownerName} reads. They can appeal once.</p>
            )}
            <FlagForm flaggable={flaggable} form={form} choices={choices} />
          </Card>
        ) : (
          <EmptyState title="This request is closed">
            There is nothing left to stop. You can flag the campaign or a person instead.
          </EmptyState>
        )}
      </Stack>
    </Narrow>
  )
}

const FlagForm = ({ flaggable: { thing, ownerName }, form, choices }: Props) => (
  <Form action={routes.admin.flags.index.href()}>
    <Hidden name="subject" value={thing.subject} />
    <Hidden name="subjectId" value={thing.id} />
    <FlagFields form={form} owner={ownerName} choices={choices} />
    <Actions>
      <SubmitButton tone="danger">Flag and notify</SubmitButton>
    </Actions>
  </Form>
)
