import { routes } from '../../routes.ts'
import { StatusBar } from '../../ui/feedback/status-bar.tsx'
import { subjectNames } from '../flags/subject.ts'
import type { OpenFlag } from './queries.ts'

/** What of the viewer's is flagged, with links to the details and the appeal. Nothing if nothing is. */
export const FlaggedBar = ({ flagged }: { flagged: readonly OpenFlag[] }) =>
  flagged.length === 0 ? null : (
    <StatusBar
      tone={flagged.some(({ state }) => state === 'open') ? 'move' : 'wait'}
      sentence={flagged.map(({ id, subject, title, state }) => (
        <p>
          An admin flagged{' '}
          <a href={routes.flags.show.href({ flagId: id })}>
            {subjectNames[subject].yours}: {title}
          </a>
          . {state === 'appealed' ? 'You have appealed.' : null}
        </p>
      ))}
    />
  )
