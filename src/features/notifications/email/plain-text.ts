import { blockText } from './block.tsx'
import { buttonText } from './blocks/button.tsx'
import type { EmailParts, FooterLine } from './email.ts'

export function plainText({ title, greeting, blocks, button, footer, reader }: EmailParts): string {
  return [
    greeting,
    title,
    ...blocks.map((block) => blockText(block, reader)),
    buttonText(button),
    // Mail programs know this line as the start of a signature.
    `-- \n${footer.map(footerText).join('\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function footerText({ text, link }: FooterLine): string {
  return link ? `${text} ${link.label}: ${link.href}` : text
}
