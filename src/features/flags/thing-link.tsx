import { type ModeratedSubject, subjectLabels } from './subject.ts'

type Props = { href: string; title: string; subject: ModeratedSubject }

/** In a table: what was reported or flagged, with a link to the report, the case or the flag. */
export const ThingLink = ({ href, title, subject }: Props) => (
  <div>
    <a href={href} dir="auto">
      {title}
    </a>
    <div class="person-note">{subjectLabels[subject]}</div>
  </div>
)
