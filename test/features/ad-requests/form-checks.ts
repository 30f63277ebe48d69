import { expect } from 'vitest'
import { type Page, valuesOf } from '../../support/visitor.ts'

export type Fields = Record<string, string | string[]>

/** 422, and the field is named with the reason, in a summary that leads to it where it can be seen. */
export function expectRefusedAt(page: Page, field: string, words: RegExp): void {
  expect(page.status).toBe(422)
  const link = [...page.document.querySelectorAll('.form-errors a')].find(
    (one) => one.getAttribute('href') === `#field-${field}`,
  )
  expect(link?.textContent).toMatch(words)
  if (field !== 'offer_number') expect(page.document.querySelectorAll(`#field-${field}`)).toHaveLength(1)
}

/** What was typed stands in the form again; a choice that there is not cannot. */
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

/** A field that repeats by mistake shows its first value; rows show as many as the form has. */
function repeats(form: Element, name: string): number {
  return form.querySelectorAll(`[name="${name}"]`).length
}
