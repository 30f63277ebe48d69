import * as z from 'zod'

/**
 * A moment in milliseconds UTC. It becomes words when the e-mail is sent: in the recipient's time zone, and with the
 * time that is left then.
 */
const moment = z
  .object({
    moment: z.number(),
    /**
     * `date-time`: "Friday, November 27, 5:00 PM". `short`, for subjects: "Friday, 5 PM". `day`: "November 27, 2026".
     * `left`: "41 hours left".
     */
    style: z.enum(['date-time', 'short', 'day', 'left']),
  })
  .readonly()

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()

/** The address of support, as it is configured when the e-mail is sent. */
const support = z.object({ support: z.literal('address') }).readonly()

/** A text, or the parts of one that names moments or the address of support. */
const mailText = z.union([z.string(), list(z.union([z.string(), moment, support]))])

const align = z.enum(['start', 'end'])

/** What the body of an e-mail is made of. Each kind is drawn as HTML and as plain text by one file in `blocks/`. */
const mailBlock = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('paragraph'),
      text: mailText,
      /** Printed in small, soft letters. */
      isNote: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('heading'), text: z.string() }),
    /** What a person wrote. A blank line starts a new paragraph. */
    z.object({ kind: z.literal('quote'), text: z.string(), by: z.string() }),
    z.object({
      kind: z.literal('facts'),
      rows: list(
        z.object({
          label: z.string(),
          value: mailText,
          /** The value before, if it has changed. */
          was: z.string().optional(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('table'),
      caption: z.string().optional(),
      columns: list(z.object({ label: z.string(), align })),
      /** A cell with a path within Parley is a link. */
      rows: list(list(z.object({ text: mailText, path: z.string().optional() }))),
    }),
    /** A few large numbers, with their change against the time before. */
    z.object({
      kind: z.literal('figures'),
      items: list(z.object({ label: z.string(), value: z.string(), change: z.string().optional() })),
    }),
    /** A bar chart. `value` gives the length, `text` is what people read. */
    z.object({
      kind: z.literal('bars'),
      caption: z.string(),
      items: list(z.object({ label: z.string(), value: z.number().min(0), text: z.string() })),
    }),
    /** One more thing to do. The path is within Parley. */
    z.object({ kind: z.literal('button'), label: z.string(), path: z.string() }),
  ])
  .readonly()

/** Everything that an e-mail says, as the outbox stores it. */
const mailContent = z
  .object({
    /** What to do and by when. Null: the notification's title. */
    subject: mailText.nullable(),
    /** What mail programs show after the subject. Null: the first paragraph. */
    preheader: mailText.nullable(),
    blocks: list(mailBlock),
    action: z
      .object({
        /** What to do: "Answer the offer". */
        label: z.string(),
        /** Query parameters of the page that open its form. */
        query: z.record(z.string(), z.string()).optional(),
      })
      .readonly(),
  })
  .readonly()

export type Moment = z.infer<typeof moment>
/** A part of a text that becomes words when the e-mail is sent. */
export type MailPart = Moment | z.infer<typeof support>
export type MailText = z.infer<typeof mailText>
export type MailBlock = z.infer<typeof mailBlock>
export type MailContent = z.infer<typeof mailContent>
export type BlockOf<Kind extends MailBlock['kind']> = Extract<MailBlock, { kind: Kind }>

/** Reads what the outbox stored. Throws if it is not an e-mail's content. */
export function parseMailContent(json: string): MailContent {
  return mailContent.parse(JSON.parse(json))
}

/** The rows of facts that say something. */
export function facts(rows: BlockOf<'facts'>['rows']): BlockOf<'facts'> {
  return { kind: 'facts', rows: rows.filter(({ value, was }) => value !== '' || was !== undefined) }
}

export function paragraph(...parts: (string | MailPart)[]): BlockOf<'paragraph'> {
  return { kind: 'paragraph', text: parts }
}

/** What a person wrote, if anything. */
export function quote(by: string, text: string): BlockOf<'quote'>[] {
  return text.trim() === '' ? [] : [{ kind: 'quote', by, text: text.trim() }]
}

/** In a text: "write to support@parley.example". */
export const supportAddress: MailPart = { support: 'address' }

export function dateTime(at: number): Moment {
  return { moment: at, style: 'date-time' }
}

/** For subjects: "Friday, 5 PM". */
export function shortTime(at: number): Moment {
  return { moment: at, style: 'short' }
}

export function timeLeftUntil(at: number): Moment {
  return { moment: at, style: 'left' }
}
