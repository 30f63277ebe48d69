import { type FormState, fieldValue } from '../../platform/forms/form.ts'
import { Card } from '../../ui/page/card.tsx'
import { Prose } from '../../ui/page/prose.tsx'

type Props = { form: FormState; fields: readonly string[] }

/** Shows what was typed where the page no longer has its form, so that it is not lost. */
export const WhatYouWrote = ({ form, fields }: Props) => {
  const texts = fields.map((name) => fieldValue(form, name).trim()).filter((text) => text !== '')
  return texts.length === 0 ? null : (
    <Card title="What you wrote">
      {texts.map((text) => (
        <Prose text={text} />
      ))}
    </Card>
  )
}
