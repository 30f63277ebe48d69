import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { TextArea, TextField } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { purposeKeys, REASON_LENGTH, reasonPurposes } from '../reason-template.ts'
import type { ReasonTemplate } from '../schema.ts'
import { OrderButtons, Restore } from './row-actions.tsx'

type Props = { templates: readonly ReasonTemplate[]; form: FormState }

export const TemplatesPage = ({ templates, form }: Props) => {
  const offered = templates.filter(({ retiredAt }) => retiredAt === null)
  const retired = templates.filter(({ retiredAt }) => retiredAt !== null)
  const used = purposeKeys.filter((key) => offered.some(({ purpose }) => purpose === key))
  return (
    <>
      <PageHeader
        title="Reason templates"
        subtitle="Texts for reasons that you often give. Whoever uses one can still edit it. People read the text, never the title."
      />
      {used.length === 0 ? (
        <EmptyState title="No templates yet">Add the first one below.</EmptyState>
      ) : (
        used.map((key) => (
          <Section title={reasonPurposes[key]}>
            <Card>
              <Table
                caption={`Templates: ${reasonPurposes[key]}`}
                columns={[...columns, actions]}
                rows={offered.filter(({ purpose }) => purpose === key)}
              />
            </Card>
          </Section>
        ))
      )}
      <Section title="Add a template" id="add">
        <NewTemplate form={form} />
      </Section>
      {retired.length > 0 ? (
        <Section title="Retired">
          <Card>
            <Table
              caption="Retired templates"
              columns={[...columns, purposeColumn, restoreColumn]}
              rows={retired}
            />
          </Card>
        </Section>
      ) : null}
    </>
  )
}

const NewTemplate = ({ form }: { form: FormState }) => (
  <Card>
    <FormErrors errors={form.errors} />
    <Form action={routes.admin.reasonTemplates.index.href()}>
      <Select
        {...fieldProps(form, 'purpose')}
        label="For"
        options={purposeOptions}
        placeholder="Choose"
        required
      />
      <TextField {...fieldProps(form, 'title')} label="Title" hint="Only admins see it." required />
      <TextArea {...fieldProps(form, 'text')} label="Text" counter={REASON_LENGTH} required />
      <Actions>
        <SubmitButton>Add template</SubmitButton>
      </Actions>
    </Form>
  </Card>
)

const purposeOptions = purposeKeys.map((key) => ({ value: key, label: reasonPurposes[key] }))

const columns: readonly Column<ReasonTemplate>[] = [
  {
    header: 'Title',
    small: 'title',
    cell: ({ id, title }) => (
      <a href={routes.admin.reasonTemplates.edit.href({ reasonTemplateId: id })}>{title}</a>
    ),
  },
  { header: 'Text', small: 'text', cell: ({ text }) => <Prose text={text} /> },
]

const purposeColumn: Column<ReasonTemplate> = {
  header: 'For',
  cell: ({ purpose }) => reasonPurposes[purpose],
}

const actions: Column<ReasonTemplate> = {
  header: 'Actions',
  small: 'action',
  align: 'end',
  cell: (template) => <OrderButtons template={template} />,
}

const restoreColumn: Column<ReasonTemplate> = {
  header: 'Actions',
  small: 'action',
  align: 'end',
  cell: (template) => <Restore template={template} />,
}
