import * as z from 'zod'
import type { Mail } from './mail.ts'
import { Refusal } from './refusal.ts'

type Email = Omit<Mail, 'id' | 'at'>

/** Parses the body of `POST /emails` as Resend does. Throws Resend's error response. */
export function parseEmail(body: unknown): Email {
  const fields = z.record(z.string(), z.unknown()).safeParse(body)
  if (!fields.success) throw new Refusal(400, 'validation_error', 'The request body must be a JSON object.')
  for (const name of ['from', 'to', 'subject']) {
    if (isMissing(fields.data[name])) throw missing(`Missing \`${name}\` field.`)
  }
  if (isMissing(fields.data.html) && isMissing(fields.data.text))
    throw missing('Missing `html` or `text` field.')

  const email = emailSchema.safeParse(body)
  if (!email.success) throw invalid(email.error)
  return email.data
}

/** A body of `POST /emails/batch`: 1 to 100 e-mails, none with attachments. */
export function parseBatch(body: unknown): Email[] {
  if (!Array.isArray(body) || body.length === 0 || body.length > 100) {
    throw new Refusal(422, 'validation_error', 'A batch must be an array of 1 to 100 emails.')
  }
  const emails = body.map(parseEmail)
  if (emails.some((email) => email.attachments.length > 0)) {
    throw new Refusal(422, 'validation_error', 'The `attachments` field is not supported in a batch.')
  }
  return emails
}

const person = z
  .string()
  .regex(/^(?:[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/, {
    error: 'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.',
  })
const people = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .pipe(z.array(person).max(50, { error: 'At most 50 addresses.' }))
const optionalPeople = people.nullish().transform((some) => some ?? [])
// A line break could inject headers.
const oneLine = z.string().regex(/^[^\r\n]*$/, { error: 'Line breaks are not allowed.' })

const attachmentSchema = z
  .object({
    filename: oneLine,
    content: z.union([
      z.base64().transform((text) => Buffer.from(text, 'base64')),
      z
        .object({ type: z.literal('Buffer'), data: z.array(z.number()) })
        .transform(({ data }) => Buffer.from(data)),
    ]),
    content_type: oneLine.optional(),
  })
  .transform(({ filename, content, content_type }) => ({
    filename,
    content,
    contentType: content_type ?? 'application/octet-stream',
  }))

const emailSchema = z
  .object({
    from: person,
    to: people,
    cc: optionalPeople,
    bcc: optionalPeople,
    reply_to: optionalPeople,
    subject: oneLine,
    text: z.string().nullish(),
    html: z.string().nullish(),
    headers: z.record(z.string().regex(/^[\x21-\x39\x3b-\x7e]+$/), oneLine).nullish(),
    attachments: z.array(attachmentSchema).nullish(),
  })
  .transform(({ reply_to, text, html, headers, attachments, ...email }) => ({
    ...email,
    replyTo: reply_to,
    text: text ?? null,
    html: html ?? null,
    headers: headers ?? {},
    attachments: attachments ?? [],
  }))

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function missing(message: string): Refusal {
  return new Refusal(422, 'missing_required_field', message)
}

function invalid(error: z.ZodError): Refusal {
  const issue = error.issues[0]
  return new Refusal(
    422,
    'validation_error',
    `Invalid \`${String(issue?.path[0] ?? 'body')}\` field. ${issue?.message ?? ''}`,
  )
}
