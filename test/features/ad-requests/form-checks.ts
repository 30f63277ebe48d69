import { expect } from 'vitest'
import { type Page, valuesOf } from '../../support/visitor.ts'

export type Fields = Record<string, string | string[]>

/** Expects a 422 whose error summary names the reason and links to the field. */
export function expectRefusedAt(page: Page, field: string, message: RegExp): void {
  expect(page.status).toBe(422)
  const link = [...page.document.querySelectorAll('.form-errors a')].find(
    (one) => one.getAttribute('href') === `#field-${field}`,
  )
  expect(link?.textContent).toMatch(message)
  if (field !== 'offer_number') expect(page.document.querySelectorAll(`#field-${field}`)).toHaveLength(1)
}

/** Expects the form to keep what was typed, except for choices that do not exist. */
export function expectKept(page: Page, button: string, sent: Fields): void {
  const buttons = [...page.document.querySelectorAll('button')].filter((one) =>
    one.textContent?.includes(button),
  )
  const form = buttons.at(-1)?.closest('form')
  if (!form) throw new Error(`There is no button "${button}":\n${page.text}`)
  const shown = valuesOf(form)
  for (const [name, typed] of Object.entries(sent)) {
    if (name === 'usage_shown' || name === 'offer_number') continue
    const values = typeof typed === 'string' ? [typed] : typed
    for (const [index, value] of expectedOf(form, name, values).entries()) {
      expect([name, index, shown[name]?.[index]]).toEqual([name, index, value])
    }
  }
}

function expectedOf(form: Element, name: string, values: readonly string[]): readonly string[] {
  const control = form.querySelector(`[name="${name}"]`)
  if (control?.tagName === 'SELECT') {
    const options = [...control.querySelectorAll('option')].map((option) => option.getAttribute('value'))
    return values.every((value) => options.includes(value)) ? values.slice(0, repeats(form, name)) : []
  }
  if (control?.getAttribute('type') === 'checkbox') return []
  return values.slice(0, repeats(form, name))
}

/** How many values the form can show: one for a normal field, one for each row otherwise. */
function repeats(form: Element, name: string): number {
  return form.querySelectorAll(`[name="${name}"]`).length
}
