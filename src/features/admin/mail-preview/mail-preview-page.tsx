import { routes } from '../../../routes.ts'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'

type Props = { kind: string; subject: string; text: string }

/** One e-mail: its HTML as a mail program shows it, and its text. */
export const MailPreviewPage = ({ kind, subject, text }: Props) => (
  <>
    <Breadcrumbs trail={[{ label: 'E-mails', href: routes.admin.mailPreview.index.href() }]} here={kind} />
    <PageHeader title={subject} eyebrow={kind} />
    <div class="stack">
      <Card title="HTML">
        <iframe
          class="mail-preview"
          title="The e-mail as HTML"
          src={routes.admin.mailPreview.html.href({ kind })}
          sandbox=""
        />
      </Card>
      <Card title="Text">
        <pre class="mail-preview-text">{text}</pre>
      </Card>
    </div>
  </>
)
