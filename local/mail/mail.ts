export interface Attachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
}

export interface Mail {
  readonly id: string
  /** Milliseconds UTC. */
  readonly at: number
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly replyTo: readonly string[]
  readonly subject: string
  readonly text: string | null
  readonly html: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly Attachment[]
}

/** The bare address of `Mara Lind <mara@example.com>`, in lower case. */
export function addressOf(person: string): string {
  return (/<([^<>]*)>\s*$/.exec(person)?.[1] ?? person).trim().toLowerCase()
}

/** The bare addresses of all recipients, including copies and blind copies. */
export function recipients(mail: Pick<Mail, 'to' | 'cc' | 'bcc'>): string[] {
  return [...new Set([...mail.to, ...mail.cc, ...mail.bcc].map(addressOf))]
}
