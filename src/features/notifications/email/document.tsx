import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Block } from './block.tsx'
import { Button } from './blocks/button.tsx'
import type { EmailParts, FooterLine } from './email.ts'
import { cardColor, look, paperColor, styleSheet } from './style.ts'

/** An e-mail as HTML: tables with styles on each element, because mail programs understand little else. */
export const EmailDocument = (email: EmailParts): Child => (
  <html lang="en" dir="ltr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      {/* Keeps phones from turning numbers and dates into links. */}
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <title>{email.subject}</title>
      <style>{raw(styleSheet)}</style>
    </head>
    <body
      bgcolor={paperColor}
      {...look('plain', ['paper'], 'margin: 0; padding: 0; -webkit-text-size-adjust: 100%')}
    >
      <Preheader text={email.preheader} />
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border={0}
        bgcolor={paperColor}
        {...look('plain', ['paper'])}
      >
        <tr>
          <td align="center" style="padding: 24px 10px 32px">
            {raw('<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->')}
            <table
              role="presentation"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              border={0}
              style="max-width: 600px; text-align: left"
            >
              <tr>
                <td class="m-pad" style="padding: 0 32px 14px">
                  <span {...look('brand', ['link'])}>Parley</span>
                </td>
              </tr>
              <tr>
                <td bgcolor={cardColor} {...cardLook}>
                  <h1 {...look('title', ['ink'], 'margin: 0 0 16px')}>{inOnePiece(email.title)}</h1>
                  <p {...look('text', ['ink'], 'margin: 0 0 16px')}>{email.greeting}</p>
                  {email.blocks.map((block) => (
                    <Block block={block} reader={email.reader} />
                  ))}
                  <Button {...email.button} isMain />
                </td>
              </tr>
              <tr>
                <td class="m-pad" style="padding: 18px 32px 0">
                  {email.footer.map((line) => (
                    <FooterParagraph {...line} />
                  ))}
                </td>
              </tr>
            </table>
            {raw('<!--[if mso]></td></tr></table><![endif]-->')}
          </td>
        </tr>
      </table>
    </body>
  </html>
)

const card = look(
  'plain',
  ['card', 'line'],
  'border-width: 1px; border-style: solid; border-radius: 10px; padding: 30px 32px 12px',
)
const cardLook = { ...card, class: `${card.class} m-pad` }

/** Mail programs show this after the subject. The blanks keep the greeting from following it there. */
const Preheader = ({ text }: { text: string }) => (
  <div style="display: none; max-height: 0; max-width: 0; overflow: hidden; opacity: 0; font-size: 1px; line-height: 1px; mso-hide: all">
    {text}
    {raw('&#847;&zwnj;&nbsp;'.repeat(80))}
  </div>
)

// In a title's large letters, a line that ends after "e-" is hard to read.
function inOnePiece(title: string): Child {
  return title
    .split(/(e-mail)/i)
    .map((part) => (/^e-mail$/i.test(part) ? <span style="white-space: nowrap">{part}</span> : part))
}

const FooterParagraph = ({ text, link }: FooterLine) => (
  <p {...look('small', ['soft'], 'margin: 0 0 6px; font-size: 13px')}>
    {text}
    {link ? (
      <>
        {' '}
        <a href={link.href} {...look('plain', ['soft'], 'text-decoration: underline')}>
          {link.label}
        </a>
      </>
    ) : null}
  </p>
)
