import type { Child } from 'hono/jsx'
import { routes } from '../../../routes.ts'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Time } from '../../../ui/values/time.tsx'
import { nextPersonalFileAt } from '../../exports/export.ts'
import type { ExportRow } from '../../exports/schema.ts'

/** How far the file is that somebody asked for. Only its owner gets the link. */
export const FileState = ({ file, isOwner }: { file: ExportRow; isOwner: boolean }) => {
  switch (file.state) {
    case 'queued':
      return (
        <p role="status">
          {isOwner
            ? "We're preparing your file. We'll e-mail you when it's ready."
            : 'The file is being prepared.'}{' '}
          Asked for on <Time at={file.createdAt} />.
        </p>
      )
    case 'ready':
      return (
        <>
          <p>
            The file of <Time at={file.createdAt} /> is ready until <Time at={file.expiresAt} />.
          </p>
          {isOwner ? (
            <p>
              <ButtonLink href={routes.exports.show.href({ exportId: file.id })}>Open the file</ButtonLink>
            </p>
          ) : null}
        </>
      )
    case 'failed':
      return <p>The file of {<Time at={file.createdAt} />} could not be made. Please ask for it again.</p>
  }
}

/** The form that asks for a file, as `children`, or from when on it can be asked for again. */
export const AskForFile = ({ file, children }: { file: ExportRow | null; children?: Child }) => {
  const { now } = useLocale()
  if (file?.state === 'queued') return null
  const from = file ? nextPersonalFileAt(file) : now
  if (from <= now) return <>{children}</>
  return (
    <p class="secondary">
      A new file can be asked for from <Time at={from} />.
    </p>
  )
}
