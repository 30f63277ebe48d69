import * as z from 'zod'

const LOWEST_INTEGER = -(2n ** 63n)
const HIGHEST_INTEGER = 2n ** 63n - 1n

const integer = z
  .string()
  .regex(/^-?\d{1,19}$/)
  .refine((digits) => BigInt(digits) >= LOWEST_INTEGER && BigInt(digits) <= HIGHEST_INTEGER)

const value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: integer }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string() }),
])

const sqlSource = { sql: z.string().nullish(), sql_id: z.number().nullish() }

const stmt = z.object({
  ...sqlSource,
  args: z.array(value).nullish(),
  named_args: z.array(z.object({ name: z.string(), value })).nullish(),
  want_rows: z.boolean().nullish(),
})

const step = z.int().nonnegative()

const condition = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ok'), step }),
  z.object({ type: z.literal('error'), step }),
  z.object({
    type: z.literal('not'),
    get cond() {
      return condition
    },
  }),
  z.object({
    type: z.literal('and'),
    get conds() {
      return z.array(condition)
    },
  }),
  z.object({
    type: z.literal('or'),
    get conds() {
      return z.array(condition)
    },
  }),
  z.object({ type: z.literal('is_autocommit') }),
])

const streamRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt }),
  z.object({
    type: z.literal('batch'),
    batch: z.object({ steps: z.array(z.object({ condition: condition.nullish(), stmt })) }),
  }),
  z.object({ type: z.literal('sequence'), ...sqlSource }),
  z.object({ type: z.literal('describe'), ...sqlSource }),
  z.object({ type: z.literal('store_sql'), sql_id: z.number(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.number() }),
  z.object({ type: z.literal('get_autocommit') }),
])

/** The body of `POST /v2/pipeline`: https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md */
export const pipelineBody = z.object({ baton: z.string().nullish(), requests: z.array(streamRequest) })

export type PipelineBody = z.infer<typeof pipelineBody>
export type StreamRequest = z.infer<typeof streamRequest>
export type Step = Extract<StreamRequest, { type: 'batch' }>['batch']['steps'][number]
export type Stmt = z.infer<typeof stmt>
export type Condition = z.infer<typeof condition>
export type Value = z.infer<typeof value>

/** Either the SQL itself or the id of a SQL text that the stream has stored. */
export interface SqlSource {
  sql?: string | null | undefined
  sql_id?: number | null | undefined
}
