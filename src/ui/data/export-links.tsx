import { routes } from '../../routes.ts'
import { Hidden } from '../forms/field.tsx'
import { Form, SubmitButton } from '../forms/form.tsx'

type Props = {
  kind: 'campaigns' | 'ad_requests'
  /** The file with the filters of the list. */
  href: string
  /** Whether to link to the person's exports. By default, yes. */
  isListed?: boolean | undefined
}

/** Below a list: downloads all of it with its filters, or asks for a link by e-mail. Excel needs a byte order mark. */
export const ExportLinks = ({ kind, href, isListed = true }: Props) => (
  <div class="export-links">
    <a class="btn btn-quiet btn-sm" href={href}>
      Download CSV
    </a>
    <a class="btn btn-quiet btn-sm" href={withByteOrderMark(href)}>
      For Excel
    </a>
    <Form action={routes.exports.index.href()}>
      <Hidden name="kind" value={kind} />
      <Hidden name="filters" value={href.split('?')[1] ?? ''} />
      <SubmitButton tone="quiet" small>
        E-mail me a link
      </SubmitButton>
    </Form>
    {isListed ? (
      <a class="btn btn-quiet btn-sm" href={routes.exports.index.href()}>
        Your exports
      </a>
    ) : null}
  </div>
)

const withByteOrderMark = (href: string): string => `${href}${href.includes('?') ? '&' : '?'}bom=yes`
