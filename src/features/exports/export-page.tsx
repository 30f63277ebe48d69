import { routes } from '../../routes.ts'
import { Terms } from '../../ui/data/terms.tsx'
import { Actions, ButtonLink } from '../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow } from '../../ui/page/split.tsx'
import { Time } from '../../ui/values/time.tsx'
import { ExportState, filtersText, sizeOf } from './exports-page.tsx'
import { exportKinds } from './kinds.ts'
import type { ExportRow } from './schema.ts'

type Props = {
  file: ExportRow
  /** From the link in the e-mail, for people who are not signed in. */
  token: string | null
}

/** A page, not the file itself, because mail programs open links to check them. */
export const ExportPage = ({ file, token }: Props) => (
  <Narrow>
    {token === null ? (
      <Breadcrumbs trail={[{ label: 'Exports', href: routes.exports.index.href() }]} here="Export" />
    ) : null}
    <PageHeader title={`Export of ${exportKinds[file.kind].label.toLowerCase()}`} />
    <Card>
      <Terms
        items={[
          { term: 'State', detail: <ExportState state={file.state} /> },
          { term: 'Filters', detail: filtersText(file.kind, file.filters) },
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
            Download CSV
          </ButtonLink>
          <ButtonLink href={fileHref(file, token, 'yes')}>Download for Excel</ButtonLink>
        </Actions>
      ) : null}
      {file.state === 'queued' ? <p>We'll e-mail you as soon as the file is ready.</p> : null}
    </Card>
  </Narrow>
)

const fileHref = ({ id }: ExportRow, token: string | null, bom?: 'yes'): string =>
  routes.exports.file.href({ exportId: id }, { token, bom })
