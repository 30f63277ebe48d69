import * as z from 'zod'

/**
 * What the Worker is given from outside: `wrangler.toml` holds what is the same everywhere, secrets hold the
 * rest. Parsed once per isolate; a missing or wrong one stops every request with its name in the log.
 */
const envSchema = z
  .object({
    /** Where people reach Parley: links in e-mails, the origin check and the cookie's `Secure` follow it. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    TURSO_DATABASE_URL: z.url(),
    TURSO_AUTH_TOKEN: z.string().optional(),
    /** ISO 4217: the one currency in which Parley counts. */
    CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .refine(hasCents, 'A currency of 100 minor units is needed')
      .default('USD'),
    /** Without a key no e-mail is sent; the outbox keeps what would have been. */
    RESEND_API_KEY: z.string().optional(),
    RESEND_API_URL: z.url().default('https://api.resend.com'),
    MAIL_FROM: z.string().default('Parley <notifications@parley.example>'),
    /** Both or neither; without them nothing is cached. */
    UPSTASH_REDIS_REST_URL: z.url({ protocol: /^https?$/ }).optional(),
    UPSTASH_REDIS_REST_TOKEN: z.string().min(1).optional(),
    /** Which upload of this program it is; the next one may keep other things in the cache. */
    CF_VERSION_METADATA: z.object({ id: z.string() }).optional(),
  })
  .refine(
    (env) => (env.UPSTASH_REDIS_REST_URL === undefined) === (env.UPSTASH_REDIS_REST_TOKEN === undefined),
    'UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN go together',
  )

export type Env = Readonly<z.infer<typeof envSchema>>

let parsed: { bindings: unknown; env: Env } | null = null

/** Throws a ZodError that names each binding that is missing or wrong. */
export function parseEnv(bindings: unknown): Env {
  if (parsed === null || parsed.bindings !== bindings) parsed = { bindings, env: envSchema.parse(bindings) }
  return parsed.env
}

// Amounts are counted in hundredths everywhere.
function hasCents(currency: string): boolean {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits === 2
}
