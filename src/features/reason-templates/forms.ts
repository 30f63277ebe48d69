import * as z from 'zod'
import { choice, name, paragraphs, wholeNumber } from '../../platform/forms/fields.ts'
import { purposeKeys, REASON_LENGTH } from './reason-template.ts'

const wording = {
  title: name({ max: 80, required: 'Enter a short title' }),
  text: paragraphs({ max: REASON_LENGTH, required: 'Enter the text that people will read' }),
}

export const newTemplateForm = z.object({
  purpose: choice(purposeKeys, 'Choose what the reason is for'),
  ...wording,
})

export const editTemplateForm = z.object({
  ...wording,
  version: wholeNumber({ required: 'Reload the page', min: 1, max: Number.MAX_SAFE_INTEGER }),
})

export const positionForm = z.object({ direction: choice(['up', 'down'], 'Choose a direction') })
