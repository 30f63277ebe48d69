import { routes } from '../../routes.ts'
import { Hidden } from '../forms/field.tsx'
import { ButtonLink, Form, SubmitButton } from '../forms/form.tsx'

type Props = {
  kind: ExportedKind
  /** The file with the filters of the list. */
  href: string
  /** Whether to link to the person's exports. By default, yes. */
  isListed?: boolean | undefined
}

// For screen readers, where a page has these links twice.
const names = { campaigns: 'campaigns', ad_requests: 'requests' } as const

export type ExportedKind = keyof typeof names

/** Downloads all of a list with its filters, or asks for a link by e-mail. Excel needs a byte order mark. */
export const ExportLinks = ({ kind, href, isListed = true }: Props) => {
  const of = <span class="visually-hidden"> ({names[kind]})</span>
  return (
    <div class="export-links">
      <ButtonLink small href={href}>
        Download CSV{of}
      </ButtonLink>
      <ButtonLink small href={withByteOrderMark(href)}>
        For Excel{of}
      </ButtonLink>
      <Form action={routes.exports.index.href()}>
        <Hidden name="kind" value={kind} />
        <Hidden name="filters" value={href.split('?')[1] ?? ''} />
        <SubmitButton tone="quiet" small>
          E-mail me a link when it's ready{of}
        </SubmitButton>
      </Form>
      {isListed ? (
        <ButtonLink tone="quiet" small href={routes.exports.index.href()}>
          Your exports
        </ButtonLink>
      ) : null}
    </div>
  )
}

const withByteOrderMark = (href: string): string => `${href}${href.includes('?') ? '&' : '?'}bom=yes`
