import { Prose } from '../../ui/page/prose.tsx'
import { type ModeratedSubject, subjectLabels } from '../flags/subject.ts'

type Props = {
  subject: ModeratedSubject
  title: string
  excerpt: string
  /** Where to see it, if the reader can. */
  path?: string | undefined
}

/** What is reported: its kind, its name, and the beginning of its text. */
export const ReportedThing = ({ subject, title, excerpt, path }: Props) => (
  <>
    <p>
      <strong dir="auto">{path ? <a href={path}>{title}</a> : title}</strong>{' '}
      <span class="secondary">{subjectLabels[subject]}</span>
    </p>
    {excerpt === '' ? null : (
      <blockquote class="excerpt">
        <Prose text={excerpt} />
      </blockquote>
    )}
  </>
)
