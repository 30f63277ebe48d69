import { routes } from '../../routes.ts'
import { formatCount } from '../../shared/format.ts'
import { State } from '../../ui/data/badge.tsx'
import { ExportLinks } from '../../ui/data/export-links.tsx'
import { type Column, Table } from '../../ui/data/table.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { StatusBar } from '../../ui/feedback/status-bar.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Section, Tiles } from '../../ui/page/split.tsx'
import { Time, TimeLeft } from '../../ui/values/time.tsx'
import { csvKind, type ExportKind, exportKinds, fileKinds } from './kinds.ts'
import type { ExportRow } from './schema.ts'

type Props = {
  kinds: readonly ExportKind[]
  files: readonly ExportRow[]
  /** Why the last wish was refused. */
  refusal?: string | undefined
}

export const ExportsPage = ({ kinds, files, refusal }: Props) => (
  <>
    <PageHeader
      title="Exports"
      subtitle="A download has the newest data. A file that we prepare for you stays as it was made, and is kept for 7 days."
    />
    {refusal === undefined ? null : <StatusBar tone="off" sentence={refusal} />}
    <Tiles>
      {kinds.map((kind) => (
        <Card title={`All ${exportKinds[kind].label.toLowerCase()}`}>
          <ExportLinks kind={kind} href={exportKinds[kind].route.href()} isListed={false} />
        </Card>
      ))}
    </Tiles>
    <Section title="By e-mail">
      {files.length > 0 ? (
        <Card>
          <Table caption="Exports by e-mail, newest first" columns={columns} rows={files} />
        </Card>
      ) : (
        <EmptyState title="No exports yet">
          For a large file, ask for a link by e-mail. To choose what it holds, set the filters of a list and
          export from there.
        </EmptyState>
      )}
    </Section>
  </>
)

const columns: readonly Column<ExportRow>[] = [
  { header: 'Export', small: 'title', cell: (file) => <What file={file} /> },
  { header: 'Asked for', cell: ({ createdAt }) => <Time at={createdAt} /> },
  { header: 'State', small: 'value', cell: ({ state }) => <ExportState state={state} /> },
  { header: 'Size', align: 'end', cell: (file) => (file.state === 'ready' ? sizeOf(file) : '–') },
  {
    header: 'Available',
    align: 'end',
    cell: ({ state, expiresAt }) => (state === 'ready' ? <TimeLeft until={expiresAt} /> : '–'),
  },
]

const What = ({ file: { id, kind, filters, state } }: { file: ExportRow }) => {
  const { label } = fileKinds[kind]
  const csv = csvKind(kind)
  return (
    <div>
      {state === 'ready' ? <a href={routes.exports.show.href({ exportId: id })}>{label}</a> : label}
      {csv ? <div class="person-note">{filtersText(csv, filters)}</div> : null}
    </div>
  )
}

export const ExportState = ({ state }: Pick<ExportRow, 'state'>) => {
  switch (state) {
    case 'queued':
      return <State tone="wait">In preparation</State>
    case 'ready':
      return <State tone="done">Ready</State>
    case 'failed':
      return <State tone="off">Failed. Please ask again</State>
  }
}

export function filtersText(kind: ExportKind, filters: ExportRow['filters']): string {
  return exportKinds[kind].describe(filters).join(', ') || 'All'
}

/** "12,480 rows, 3.1 MB" */
export function sizeOf({ rows, bytes }: Pick<ExportRow, 'rows' | 'bytes'>): string {
  const size = bytes < 100_000 ? `${formatCount(bytes / 1_000)} KB` : `${formatCount(bytes / 1_000_000)} MB`
  return `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}, ${size}`
}
