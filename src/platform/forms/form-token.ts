import { randomBytes } from 'node:crypto'
import type { Env } from '../../env.ts'
import type { UserId } from '../../shared/ids.ts'
import { isMacOf, macOf } from '../crypto/mac.ts'

/** The hidden field that every form has. */
export const TOKEN_FIELD = 'form_token'

/** What a form's token says. It grants nothing. */
export interface FormToken {
  /** The account that the form was shown to. Null for a visitor. */
  readonly openedBy: UserId | null
  /** Different each time a form is shown, so that a double click is told from a second thought. */
  readonly key: string
}

/** Makes the tokens of one page. Only the page is signed: a page of a list has many forms. */
export class FormTokens {
  readonly #page: string
  #made = 0

  constructor(env: Pick<Env, 'APP_SECRET'>, openedBy: UserId | null) {
    const page = `${openedBy ?? 0}.${randomBytes(12).toString('base64url')}`
    this.#page = `${page}.${macOf(env, PURPOSE, page)}`
  }

  /** A token that no other form has. */
  next(): string {
    this.#made += 1
    return `${this.#page}.${this.#made}`
  }
}

/** Reads a form's token. Null if it is missing or not ours. */
export function readToken(env: Pick<Env, 'APP_SECRET'>, text: string | undefined): FormToken | null {
  const [, openedBy = '', page = '', mac = '', form = ''] = pattern.exec(text ?? '') ?? []
  if (!isMacOf(env, PURPOSE, `${openedBy}.${page}`, mac)) return null
  const id = Number(openedBy)
  return { openedBy: id === 0 ? null : (id as UserId), key: `${page}.${form}` }
}

const PURPOSE = 'form'
const pattern = /^(\d{1,15})\.([\w-]{16})\.([\w-]{22})\.(\d{1,6})$/
