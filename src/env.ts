import type { R2Bucket } from '@cloudflare/workers-types'
import * as z from 'zod'

/** Every binding of the Worker. `wrangler.toml` sets what is the same everywhere, secrets set the rest. */
const envSchema = z
  .object({
    /** The address of the site. Links in e-mails, the origin check and the cookie's `Secure` follow it. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    TURSO_DATABASE_URL: z.url(),
    TURSO_AUTH_TOKEN: z.string().optional(),
    /** How long a request waits for the database in total, so that every page answers within 10 seconds. */
    DATABASE_TIMEOUT_MS: z.coerce.number().int().positive().default(9_000),
    /** ISO 4217. All amounts are in this one currency. */
    CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .refine(hasCents, 'CURRENCY must have 100 minor units, like USD')
      .default('USD'),
    /** Without a key no e-mail is sent. The outbox keeps them. */
    RESEND_API_KEY: z.string().optional(),
    RESEND_API_URL: z.url().default('https://api.resend.com'),
    MAIL_FROM: z.string().default('Parley <notifications@parley.example>'),
    /** All three or none. Without them nothing happens by the clock: no reminders, no reports, no retries of mails. */
    QSTASH_TOKEN: z.string().min(1).optional(),
    QSTASH_CURRENT_SIGNING_KEY: z.string().min(1).optional(),
    QSTASH_NEXT_SIGNING_KEY: z.string().min(1).optional(),
    QSTASH_URL: z.url({ protocol: /^https?$/ }).default('https://qstash.upstash.io'),
    /** With it, QStash's client accepts a signing key that everybody knows. */
    QSTASH_DEV: z.never('QSTASH_DEV must not be set, because then anybody could start jobs').optional(),
    /** Lets the local QStash say for which moment a job runs. Only for a site on this machine. */
    LOCAL_CLOCK: z.literal('yes').optional(),
    /** Both or neither. Without them nothing is cached. */
    UPSTASH_REDIS_REST_URL: z.url({ protocol: /^https?$/ }).optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
    /** R2, for files that are made before somebody downloads them. Without it there are no exports by e-mail. */
    FILES: z.custom<R2Bucket>(isBucket).optional(),
    /** Identifies the deployment, so that two versions never share a cache entry. */
    CF_VERSION_METADATA: z.object({ id: z.string() }).optional(),
  })
  .refine(
    (env) => (env.UPSTASH_REDIS_REST_URL === undefined) === (env.UPSTASH_REDIS_REST_TOKEN === undefined),
    'UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN go together',
  )
  .refine(
    ({ QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY, QSTASH_NEXT_SIGNING_KEY }) =>
      new Set(
        [QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY, QSTASH_NEXT_SIGNING_KEY].map((key) => key === undefined),
      ).size === 1,
    'QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY and QSTASH_NEXT_SIGNING_KEY go together',
  )
  .refine(
    ({ LOCAL_CLOCK, PUBLIC_URL }) => LOCAL_CLOCK === undefined || isLocal(PUBLIC_URL),
    'LOCAL_CLOCK is only for development on this machine',
  )

export type Env = Readonly<z.infer<typeof envSchema>>

/** A binding is missing or wrong. Not even the error page works then, so visitors get plain text. */
export class EnvError extends Error {
  override readonly name = 'EnvError'

  constructor(problems: readonly string[]) {
    super(`Parley is not configured: ${problems.join('; ')}. See docs/deploying.md.`)
  }
}

let parsed: { bindings: unknown; env: Env } | null = null

/** Throws an `EnvError` that names each binding that is missing or wrong, and never its value. */
export function parseEnv(bindings: unknown): Env {
  if (parsed !== null && parsed.bindings === bindings) return parsed.env
  const result = envSchema.safeParse(bindings)
  if (!result.success) throw new EnvError(result.error.issues.map(explain))
  parsed = { bindings, env: result.data }
  return parsed.env
}

function explain({ path, code, message }: z.core.$ZodIssue): string {
  return path.length === 0 || code === 'custom' || path.includes('QSTASH_DEV')
    ? message
    : `${path.join('.')} is missing or wrong`
}

/** Whether the site runs on this machine, for development. No real site can have a name that ends in `.test`. */
export function isLocal(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.test')
}

function isBucket(binding: unknown): boolean {
  return typeof binding === 'object' && binding !== null && 'put' in binding
}

// Amounts are whole cents everywhere.
function hasCents(currency: string): boolean {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits === 2
}
