import { routes } from '../../routes.ts'
import { ButtonLink } from '../forms/form.tsx'

type Props = {
  subject: 'user' | 'campaign' | 'ad_request' | 'message'
  id: number
  isFlagged: boolean
}

/** For admins: to the form that flags something, or to its open flag. */
export const FlagLink = ({ subject, id, isFlagged }: Props) => (
  <ButtonLink href={routes.flags.current.href({ subject, subjectId: id })} tone="quiet" small>
    {isFlagged ? 'Open flag' : 'Flag…'}
  </ButtonLink>
)
