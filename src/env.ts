import type { R2Bucket } from '@cloudflare/workers-types'
import * as z from 'zod'

/** For sites on plain HTTP, which are for development. */
const DEVELOPMENT_SECRET = 'known to everybody, so only for development'

/** Every binding of the Worker. `wrangler.toml` sets what is the same everywhere, secrets set the rest. */
const envSchema = z
  .object({
    /** The address of the site. Links in e-mails, the origin check and the cookie's `Secure` follow it. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    /** Signs what browsers keep for us and send back. At least 32 characters; needed unless the site is on plain HTTP. */
    APP_SECRET: z.string().min(32).default(DEVELOPMENT_SECRET),
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
    /** What Parley keeps of each payment. Both sides see it before they agree. */
    PLATFORM_FEE_PERCENT: z.coerce.number().min(0).max(50).default(10),
    /** Against floods: messages of one person in one thread, and what one person sends in any 24 hours. */
    MESSAGES_PER_HOUR: z.coerce.number().int().positive().default(20),
    INVITATIONS_PER_DAY: z.coerce.number().int().positive().default(100),
    APPLICATIONS_PER_DAY: z.coerce.number().int().positive().default(30),
    /** Without a key e-mail is off: what is due is given up, and admins see it. */
    RESEND_API_KEY: z.string().optional(),
    RESEND_API_URL: z.url().default('https://api.resend.com'),
    /** Signs Resend's reports of bounces and complaints. Without it they are refused. */
    RESEND_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]+=*$/)
      .optional(),
    MAIL_FROM: z.string().default('Parley <notifications@parley.example>'),
    /** Where people reach us: in e-mails about security, on the help page and on error pages. */
    SUPPORT_ADDRESS: z.email().default('support@parley.example'),
    /** All three or none. Without them nothing happens by the clock: no reminders, no reports, no retries of mails. */
    QSTASH_TOKEN: z.string().min(1).optional(),
    QSTASH_CURRENT_SIGNING_KEY: z.string().min(1).optional(),
    QSTASH_NEXT_SIGNING_KEY: z.string().min(1).optional(),
    QSTASH_URL: z.url({ protocol: /^https?$/ }).default('https://qstash.upstash.io'),
    /** With it, QStash's client accepts a signing key that everybody knows. */
    QSTASH_DEV: z.never('QSTASH_DEV must not be set, because then anybody could start jobs').optional(),
    /** Lets the local QStash say for which moment a job runs. Only for a site on this machine. */
    LOCAL_CLOCK: z.literal('yes').optional(),
    /** Where webhooks of Google Chat are called. `off` switches the channel off: it needs no account of ours. */
    GOOGLE_CHAT_API_URL: z.union([z.literal('off'), z.url()]).default('https://chat.googleapis.com'),
    /** All three or none. Without them SMS is off. */
    TWILIO_ACCOUNT_SID: z.string().optional(),
    TWILIO_AUTH_TOKEN: z.string().optional(),
    /** The number that an SMS comes from, in E.164. */
    TWILIO_FROM: z
      .string()
      .regex(/^(\+[1-9]\d{6,14})?$/)
      .optional(),
    TWILIO_API_URL: z.url().default('https://api.twilio.com'),
    /** `required`: admins set up two-factor sign-in before they can use the admin pages. */
    ADMIN_TWO_FACTOR: z.enum(['optional', 'required']).default('optional'),
    /** Both or neither. Without them nothing is cached. */
    UPSTASH_REDIS_REST_URL: z.url({ protocol: /^https?$/ }).optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
    /** How long a page waits for Redis before it does without. Timers fire a little late: this makes it about 150 ms. */
    REDIS_TIMEOUT_MS: z.coerce.number().int().positive().default(140),
    /** R2, for files that are made before somebody downloads them. Without it there are no exports by e-mail. */
    FILES: z.custom<R2Bucket>(isBucket).optional(),
    /** The static files. Only PDF documents read them, for their fonts. */
    ASSETS: z.custom<StaticFiles>(isStaticFiles).optional(),
    /** Identifies the deployment, so that two versions never share a cache entry. */
    CF_VERSION_METADATA: z.object({ id: z.string() }).optional(),
  })
  .refine(
    ({ UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN }) =>
      allOrNone(UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN),
    'UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN go together',
  )
  .refine(
    ({ QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY, QSTASH_NEXT_SIGNING_KEY }) =>
      allOrNone(QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY, QSTASH_NEXT_SIGNING_KEY),
    'QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY and QSTASH_NEXT_SIGNING_KEY go together',
  )
  .refine(
    ({ LOCAL_CLOCK, PUBLIC_URL }) => LOCAL_CLOCK === undefined || isLocal(PUBLIC_URL),
    'LOCAL_CLOCK is only for development on this machine',
  )
  .refine(
    ({ APP_SECRET, PUBLIC_URL }) => APP_SECRET !== DEVELOPMENT_SECRET || PUBLIC_URL.startsWith('http:'),
    'APP_SECRET is missing or wrong',
  )
  .refine(
    ({ TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM }) =>
      allOrNone(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM),
    'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM go together',
  )

/** The part of Cloudflare's binding that Parley uses. */
interface StaticFiles {
  fetch(url: string): Promise<Response>
}

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

/** Whether the site runs on this machine, for development. */
export function isLocal(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname)
}

function isBucket(binding: unknown): boolean {
  return typeof binding === 'object' && binding !== null && 'put' in binding
}

function allOrNone(...values: (string | undefined)[]): boolean {
  return new Set(values.map((value) => !value)).size === 1
}

function isStaticFiles(binding: unknown): boolean {
  return typeof binding === 'object' && binding !== null && 'fetch' in binding
}

// Amounts are whole cents everywhere.
function hasCents(currency: string): boolean {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits === 2
}
