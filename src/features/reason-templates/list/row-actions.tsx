import { routes } from '../../../routes.ts'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import type { ReasonTemplate } from '../schema.ts'

type Props = { template: Pick<ReasonTemplate, 'id' | 'title'> }

export const OrderButtons = ({ template: { id, title } }: Props) => (
  <Form action={routes.admin.reasonTemplates.position.href({ reasonTemplateId: id })} class="row-actions">
    <SubmitButton tone="quiet" small name="direction" value="up">
      <span aria-hidden="true">↑</span>
      <span class="visually-hidden">Move {title} up</span>
    </SubmitButton>
    <SubmitButton tone="quiet" small name="direction" value="down">
      <span aria-hidden="true">↓</span>
      <span class="visually-hidden">Move {title} down</span>
    </SubmitButton>
  </Form>
)

export const Restore = ({ template: { id, title } }: Props) => (
  <Form action={routes.admin.reasonTemplates.retirementEnd.href({ reasonTemplateId: id })}>
    <SubmitButton tone="outline" small>
      Offer again<span class="visually-hidden">: {title}</span>
    </SubmitButton>
  </Form>
)
