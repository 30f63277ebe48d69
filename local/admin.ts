import type { Client } from '@libsql/client/http'
import * as z from 'zod'
import { email as emailField } from '../src/features/accounts/forms.ts'
import { passwordProblem } from '../src/features/accounts/passwords/password-rules.ts'
import { hashPassword } from '../src/features/accounts/passwords/passwords.ts'

interface Settings {
  ADMIN_USERNAME?: string | undefined
  ADMIN_EMAIL?: string | undefined
  ADMIN_PASSWORD?: string | undefined
}

/**
 * Creates the admin if the database has none. No form can create an admin. Throws an error with a readable message if
 * a setting is missing or the password is weak.
 */
export async function createAdmin(
  client: Client,
  settings: Settings,
): Promise<{ created: boolean; username: string }> {
  const known = await client.execute("select username from users where role = 'admin' limit 1")
  if (known.rows[0]) return { created: false, username: String(known.rows[0].username) }

  const { username, email, password } = check(settings)
  await client.execute({
    sql: `insert into users (username, email, display_name, password_hash, role, status, created_at)
      values (?, ?, ?, ?, 'admin', 'active', ?)`,
    args: [username, email, username, await hashPassword(password), Date.now()],
  })
  return { created: true, username }
}

function check({ ADMIN_USERNAME, ADMIN_EMAIL, ADMIN_PASSWORD }: Settings) {
  if (!ADMIN_USERNAME || !ADMIN_EMAIL || !ADMIN_PASSWORD) {
    throw new Error('Set ADMIN_USERNAME, ADMIN_EMAIL and ADMIN_PASSWORD.')
  }
  const username = parsed('ADMIN_USERNAME', adminName, ADMIN_USERNAME)
  const email = parsed('ADMIN_EMAIL', emailField, ADMIN_EMAIL)
  const problem = passwordProblem(ADMIN_PASSWORD, { username, email })
  if (problem) throw new Error(`ADMIN_PASSWORD: ${problem}.`)
  return { username, email, password: ADMIN_PASSWORD }
}

// Sign-up reserves names such as "admin". This account may have one.
const adminName = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z][a-z0-9._-]{2,29}$/, 'use 3 to 30 characters: a-z, 0-9, dot, hyphen and underscore'),
  )

function parsed(name: string, schema: z.ZodType<string>, text: string): string {
  const result = schema.safeParse(text)
  if (!result.success) throw new Error(`${name}: ${result.error.issues[0]?.message}.`)
  return result.data
}
