import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { ConfirmDialog } from '../../../ui/forms/confirm-dialog.tsx'
import { Hidden, TextArea, TextField } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { REASON_LENGTH, reasonPurposes } from '../reason-template.ts'
import type { ReasonTemplate } from '../schema.ts'

type Props = { template: ReasonTemplate; form: FormState }

export const TemplatePage = ({ template: { id, title, purpose, retiredAt }, form }: Props) => (
  <Narrow>
    <PageHeader
      eyebrow={reasonPurposes[purpose]}
      title={title}
      aside={retiredAt === null ? <Retire id={id} title={title} /> : null}
    />
    <Card>
      <FormErrors errors={form.errors} />
      <Form action={routes.admin.reasonTemplates.edit.href({ reasonTemplateId: id })}>
        <Hidden name="version" value={fieldValue(form, 'version')} />
        <TextField {...fieldProps(form, 'title')} label="Title" hint="Only admins see it." required />
        <TextArea {...fieldProps(form, 'text')} label="Text" counter={REASON_LENGTH} required rows={8} />
        <Actions>
          <SubmitButton>Save</SubmitButton>
          <ButtonLink href={routes.admin.reasonTemplates.index.href()} tone="quiet">
            Cancel
          </ButtonLink>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)

const Retire = ({ id, title }: Pick<ReasonTemplate, 'id' | 'title'>) => (
  <ConfirmDialog
    label="Retire…"
    labelTone="outline"
    question={`Retire “${title}”?`}
    explain="It is no longer offered. Reasons that were given with it stay, and you can offer it again."
    action={routes.admin.reasonTemplates.retirement.href({ reasonTemplateId: id })}
    confirm="Retire template"
  />
)
