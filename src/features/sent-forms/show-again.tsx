import { asRestoration } from '../../platform/forms/restoration.ts'
import type { AppContext, Restoration } from '../../platform/http/context.ts'
import { flashNext, flashTexts, notice } from '../../platform/http/flash.ts'
import { goTo } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { typedIn } from '../../ui/forms/typed-values.tsx'
import { LostFormPage } from './lost-form-page.tsx'
import type { KeptFields } from './schema.ts'
import type { SentForm } from './sent-form.ts'

flashTexts({
  press_again: notice('You were signed out, so nothing was done. Press it again.'),
  done_before: notice('This was done before. It was not done again.'),
})

/** Runs a request through the app. */
export type Dispatch = (c: AppContext, request: Request) => Response | Promise<Response>

interface Shown {
  readonly form: Pick<SentForm, 'path' | 'page' | 'fields'>
  /** Why it is shown again. */
  readonly message: string
  readonly status: 200 | 409
  /** The flash text if the form is only a button. */
  readonly flash: 'press_again' | 'done_before'
}

/**
 * Shows a form as it was sent, on its own page. If that does not have the form any more, shows what was typed. A button
 * without fields leads back to its page.
 */
export async function showAgain(
  c: AppContext,
  dispatch: Dispatch,
  { form, message, status, flash }: Shown,
): Promise<Response> {
  const restoration: Restoration = { viewer: c.var.viewer, message, wasRead: false }
  const shown = await dispatch(c, asRestoration(requestOf(c, form), restoration))
  const toPage = () => {
    flashNext(c, flash)
    return goTo(c, form.page ?? routes.home.href())
  }
  if (!restoration.wasRead || shown.status === 400) return toPage()

  const html = await shown.text()
  const typed = typedTexts(form.fields)
  if (html.includes(message) && typed.every((text) => html.includes(text))) {
    return new Response(html, { status, headers: shown.headers })
  }
  if (typedIn(Object.fromEntries(form.fields)).length === 0) return toPage()
  const page = <LostFormPage message={message} fields={form.fields} />
  return renderPage(c, { title: 'What you typed', page, status })
}

/** A part of each text that was typed, to find it in HTML: its longest run of letters, digits and spaces. */
function typedTexts(fields: KeptFields): string[] {
  return typedIn(Object.fromEntries(fields)).flatMap(([, values]) =>
    values.flatMap((value) => {
      const runs = (value.match(/[\p{L}\p{N} ]+/gu) ?? []).map((run) => run.trim().replace(/ {2,}.*/, ''))
      const [longest = ''] = runs.toSorted((one, other) => other.length - one.length)
      return longest.length >= MIN_TEXT ? [longest] : []
    }),
  )
}

// What is shorter is chosen rather than typed.
const MIN_TEXT = 12

function requestOf(c: AppContext, { path, fields }: Shown['form']): Request {
  const headers = new Headers({ 'Content-Type': 'application/x-www-form-urlencoded' })
  for (const name of copied) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  const body = new URLSearchParams(
    fields.flatMap(([name, all]) => all.map((one): [string, string] => [name, one])),
  )
  return new Request(new URL(path, c.req.url), { method: 'POST', headers, body: body.toString() })
}

// The rest says what the browser's own request is, which is another one.
const copied = [
  'Cookie',
  'User-Agent',
  'CF-Connecting-IP',
  'HX-Request',
  'HX-Request-Type',
  'HX-Target',
  'HX-Source',
]
