import { routes } from '../../routes.ts'
import { Terms } from '../../ui/data/terms.tsx'
import { Actions, ButtonLink } from '../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow } from '../../ui/page/split.tsx'
import { Time } from '../../ui/values/time.tsx'
import { ExportState, filtersText, sizeOf } from './exports-page.tsx'
import { csvKind, exportKinds, fileKinds } from './kinds.ts'
import type { ExportRow } from './schema.ts'

type Props = {
  file: ExportRow
  /** From the link in the e-mail, for people who are not signed in. */
  token: string | null
}

/** A page, not the file itself, because mail programs open links to check them. */
export const ExportPage = ({ file, token }: Props) => {
  const csv = csvKind(file.kind)
  return (
    <Narrow>
      {token === null ? (
        <Breadcrumbs trail={[csv ? exports : ownData]} here={csv ? 'Export' : 'Download'} />
      ) : null}
      <PageHeader
        title={csv ? `Export of ${exportKinds[csv].label.toLowerCase()}` : fileKinds[file.kind].label}
      />
      <Card>
        <Terms
          items={[
            { term: 'State', detail: <ExportState state={file.state} /> },
            ...(csv ? [{ term: 'Filters', detail: filtersText(csv, file.filters) }] : []),
            ...(file.readyAt === null
              ? []
              : [
                  { term: 'Size', detail: sizeOf(file) },
                  { term: 'Made', detail: <Time at={file.readyAt} /> },
                  { term: 'Available until', detail: <Time at={file.expiresAt} /> },
                ]),
          ]}
        />
        {file.state === 'ready' ? (
          <Actions>
            <ButtonLink tone="primary" href={fileHref(file, token)}>
              {csv ? 'Download CSV' : 'Download ZIP'}
            </ButtonLink>
            {csv ? <ButtonLink href={fileHref(file, token, 'yes')}>Download for Excel</ButtonLink> : null}
          </Actions>
        ) : null}
        {file.state === 'queued' ? <p>We'll e-mail you as soon as the file is ready.</p> : null}
      </Card>
    </Narrow>
  )
}

const exports = { label: 'Exports', href: routes.exports.index.href() }
const ownData = { label: 'Your data', href: routes.settings.data.show.href() }

const fileHref = ({ id }: ExportRow, token: string | null, bom?: 'yes'): string =>
  routes.exports.file.href({ exportId: id }, { token, bom })
