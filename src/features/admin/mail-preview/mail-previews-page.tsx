import { routes } from '../../../routes.ts'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'

type Props = { emails: readonly { kind: string; subject: string }[] }

/** Every e-mail that Parley sends, by its subject. */
export const MailPreviewsPage = ({ emails }: Props) => (
  <>
    <PageHeader title="E-mails" subtitle="Each with made-up content, as you would get it." />
    <Card>
      <ul class="rows-plain">
        {emails.map(({ kind, subject }) => (
          <li>
            <a href={routes.admin.mailPreview.show.href({ kind })}>{subject}</a>
            <div class="secondary">{kind}</div>
          </li>
        ))}
      </ul>
    </Card>
  </>
)
