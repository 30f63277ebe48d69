import { type Visitor, valuesOf } from './visitor.ts'

type Fields = Readonly<Record<string, string>>

/**
 * Fills in the form of the current page that has this button. Each call of the function that it returns sends that form,
 * like another click on the button. Follows no redirect.
 */
export function formSender(browser: Visitor, origin: string, button: string, fields: Fields = {}) {
  const form = browser.form(button)
  const action = form.getAttribute('action') ?? ''
  const values = Object.entries({ ...valuesOf(form), ...fields })
  return (changed: Fields = {}): Promise<Response> => {
    const body = new URLSearchParams(
      values.flatMap(([name, all]) => [all].flat().map((one): [string, string] => [name, one])),
    )
    for (const [name, value] of Object.entries(changed)) body.set(name, value)
    return browser.send(action, { method: 'POST', body, headers: { Origin: origin } })
  }
}
