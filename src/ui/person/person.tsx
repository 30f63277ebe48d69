import type { Child } from 'hono/jsx'
import { Avatar } from './avatar.tsx'

type Props = {
  name: string
  href?: string | undefined
  /** Below the name: "Outdoors · Hiking · Sweden". */
  note?: Child
}

export const Person = ({ name, href, note }: Props) => (
  <div class="person">
    <Avatar name={name} />
    <div>
      <div class="person-name">{href ? <a href={href}>{name}</a> : name}</div>
      {note ? <div class="person-note">{note}</div> : null}
    </div>
  </div>
)
