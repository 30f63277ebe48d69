import type { Locator } from 'playwright-core'

/** What is put into fields, by their labels: text, the words of a choice, whether a box is ticked. */
export type Fields = Readonly<Record<string, string | boolean>>

/** Fills fields of a form as a person does who reads their labels. */
export async function fillIn(form: Locator, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await fillOne(await fieldIn(form, label), value)
}

/** The control with the label; one whose label goes on (a hint inside) when none has it alone. */
async function fieldIn(form: Locator, label: string): Promise<Locator> {
  const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const exact = form.getByLabel(new RegExp(`^\\s*${words}\\s*(required)?\\s*$`))
  const found = (await exact.count()) > 0 ? exact : form.getByLabel(new RegExp(`^\\s*${words}`))
  return found.filter({ visible: true }).first()
}

async function fillOne(field: Locator, value: string | boolean): Promise<void> {
  if (typeof value === 'boolean') return field.setChecked(value)
  const isList = (await field.evaluate((one) => one.tagName)) === 'SELECT'
  if (isList) await field.selectOption({ label: value })
  else await field.fill(value)
}
