import { accentColor, look } from '../style.ts'

type Props = { label: string; href: string; isMain?: boolean | undefined }

/** A link that is a button in every mail program: a colored cell, and a link that fills it. */
export const Button = ({ label, href, isMain = false }: Props) => (
  <table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    border={0}
    class="m-button"
    style="margin: 4px 0 22px"
  >
    <tr>
      <td
        align="center"
        bgcolor={isMain ? accentColor : undefined}
        {...look('plain', isMain ? ['accent'] : ['rule'], cellStyle(isMain))}
      >
        <a
          href={href}
          {...look(
            'text',
            [isMain ? 'on-accent' : 'link'],
            'display: inline-block; padding: 12px 24px; font-weight: 600; text-decoration: none',
          )}
        >
          {label}
        </a>
      </td>
    </tr>
  </table>
)

export function buttonText({ label, href }: Props): string {
  return `${label}:\n${href}`
}

// Outlook on Windows ignores the padding of links.
function cellStyle(isMain: boolean): string {
  const border = isMain ? '' : '; border-width: 1px; border-style: solid'
  return `border-radius: 8px; mso-padding-alt: 12px 24px${border}`
}
