import { routes } from '../../routes.ts'
import { ButtonLink } from '../forms/form.tsx'

type Props = {
  subject: 'user' | 'campaign' | 'ad_request' | 'message'
  id: number
  isFlagged: boolean
}

/** For admins: to the form that flags something, or to its open flag, and to what the audit log says about it. */
export const ModerationLinks = (props: Props) =>
  props.subject === 'message' ? (
    <FlagLink {...props} />
  ) : (
    <div class="actions">
      <FlagLink {...props} />
      <ButtonLink
        href={routes.admin.audit.index.href({ subject: props.subject, subjectId: props.id })}
        tone="quiet"
        small
      >
        History for admins
      </ButtonLink>
    </div>
  )

const FlagLink = ({ subject, id, isFlagged }: Props) => (
  <ButtonLink href={routes.flags.current.href({ subject, subjectId: id })} tone="quiet" small>
    {isFlagged ? 'Open flag' : 'Flag…'}
  </ButtonLink>
)
