import type { BlockOf } from '../blocks.ts'
import { Lines } from '../lines.tsx'
import { look } from '../style.ts'

/** What a person wrote, which may be in any language. */
export const Quote = ({ block: { text, by } }: { block: BlockOf<'quote'> }) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style="margin: 0 0 18px">
    <tr>
      <td
        {...look(
          'plain',
          ['rule'],
          'border-left-width: 3px; border-left-style: solid; padding: 2px 0 2px 16px',
        )}
      >
        <p {...look('small', ['soft'], 'margin: 0 0 4px')}>{by} wrote:</p>
        {text.split(/\n{2,}/).map((part, index) => (
          <p
            dir="auto"
            {...look('text', ['ink'], `margin: ${index === 0 ? 0 : 10}px 0 0; text-align: start`)}
          >
            <Lines text={part} />
          </p>
        ))}
      </td>
    </tr>
  </table>
)

export function quoteText({ text, by }: BlockOf<'quote'>): string {
  return [`${by} wrote:`, ...text.split('\n').map((line) => `> ${line}`.trimEnd())].join('\n')
}
