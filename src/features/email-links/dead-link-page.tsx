import type { AppContext } from '../../platform/http/context.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import { ButtonLink } from '../../ui/forms/form.tsx'
import type { Link } from '../../ui/layout/link.ts'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow } from '../../ui/page/split.tsx'

type Props = { next: Link }

/** The same for every reason, because the reason may be somebody else's address. */
const DeadLinkPage = ({ next }: Props) => (
  <Narrow>
    <PageHeader title="This link no longer works" />
    <p>
      It was used before, it has expired, or we sent a newer one. Nothing was changed. You can ask for a new
      link.
    </p>
    <div class="actions">
      <ButtonLink href={next.href}>{next.label}</ButtonLink>
      <a href={routes.help.href()}>Help</a>
    </div>
  </Narrow>
)

/** Answers a link that is used, over or replaced (410). */
export function showDeadLink(c: AppContext, next: Link) {
  return renderPage(c, { title: 'Link not valid', page: <DeadLinkPage next={next} />, status: 410 })
}
