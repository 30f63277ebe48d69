import type { Locator } from 'playwright-core'

/** Values of fields by label: text, an option's label, or whether a box is checked. */
export type Fields = Readonly<Record<string, string | boolean>>

/** Fills in fields of a form by their labels. */
export async function fillIn(form: Locator, fields: Fields): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await fillOne(await fieldIn(form, label), value)
}

/** The control with exactly this label, or else one whose label starts with it. */
export async function fieldIn(form: Locator, label: string): Promise<Locator> {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const exact = form.getByLabel(new RegExp(`^\\s*${escaped}\\s*(required)?\\s*$`))
  const found = (await exact.count()) > 0 ? exact : form.getByLabel(new RegExp(`^\\s*${escaped}`))
  return found.filter({ visible: true }).first()
}

async function fillOne(field: Locator, value: string | boolean): Promise<void> {
  if (typeof value === 'boolean') return field.setChecked(value)
  const isList = (await field.evaluate((one) => one.tagName)) === 'SELECT'
  if (isList) await field.selectOption({ label: await optionLabel(field, value) })
  else await field.fill(value)
}

// A time zone's label begins with its offset, which changes twice a year.
async function optionLabel(field: Locator, wanted: string): Promise<string> {
  const labels = (await field.locator('option').allTextContents()).map((label) => label.trim())
  return (
    labels.find((label) => label === wanted) ?? labels.find((label) => label.endsWith(`/${wanted}`)) ?? wanted
  )
}
