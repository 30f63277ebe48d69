/**
 * The colors of e-mails. Mail programs only understand colors on each element, so the light one is written there,
 * and the dark one comes from a style sheet by the class `m-<name>`.
 */
const colors = {
  paper: { property: 'background-color', light: '#faf9f6', dark: '#131614' },
  card: { property: 'background-color', light: '#ffffff', dark: '#1a1e1b' },
  sunk: { property: 'background-color', light: '#f1efe8', dark: '#262c28' },
  accent: { property: 'background-color', light: '#0d5c4d', dark: '#7fcfb8' },
  mark: { property: 'background-color', light: '#f3e2c6', dark: '#44321a' },
  ink: { property: 'color', light: '#1d2321', dark: '#e6e8e3' },
  soft: { property: 'color', light: '#575e5a', dark: '#a9b1ac' },
  link: { property: 'color', light: '#0d5c4d', dark: '#7fcfb8' },
  'on-accent': { property: 'color', light: '#ffffff', dark: '#0c1f1a' },
  line: { property: 'border-color', light: '#e2ded4', dark: '#2f3632' },
  rule: { property: 'border-color', light: '#b5cfc6', dark: '#2f5448' },
} as const

type Color = keyof typeof colors

const serif = "Georgia, 'Times New Roman', serif"
const sans = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

const shapes = {
  text: `font-family: ${sans}; font-size: 16px; line-height: 1.55`,
  small: `font-family: ${sans}; font-size: 14px; line-height: 1.5`,
  title: `font-family: ${serif}; font-size: 25px; line-height: 1.25; font-weight: 600`,
  brand: `font-family: ${serif}; font-size: 21px; line-height: 1.25; font-weight: 700`,
  heading: `font-family: ${serif}; font-size: 19px; line-height: 1.3; font-weight: 600`,
  figure: `font-family: ${serif}; font-size: 26px; line-height: 1.2; font-weight: 600`,
  plain: '',
} as const

/** The attributes of an element: a shape of text, colors, and more declarations. */
export function look(
  shape: keyof typeof shapes,
  names: readonly Color[] = [],
  more = '',
): { class: string | undefined; style: string } {
  const declarations = names.map((name) => `${colors[name].property}: ${colors[name].light}`)
  return {
    class: names.map((name) => `m-${name}`).join(' ') || undefined,
    style: [shapes[shape], ...declarations, more].filter(Boolean).join('; '),
  }
}

/** For `bgcolor`, which old mail programs read. */
export const cardColor = colors.card.light
export const paperColor = colors.paper.light
export const accentColor = colors.accent.light

const dark = Object.entries(colors).map(([name, color]) => ({
  selector: `.m-${name}`,
  rule: `{${color.property}:${color.dark} !important}`,
}))

/** The style sheet of every e-mail. Outlook's apps mark their dark mode with `data-ogsc`. */
export const styleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${dark.map(({ selector, rule }) => selector + rule).join('')}}
${dark.map(({ selector, rule }) => `[data-ogsc] ${selector}${rule}`).join('')}
@media (max-width:480px){
.m-pad{padding-left:20px !important;padding-right:20px !important}
.m-wide thead{display:none !important}
.m-wide td{display:block !important;padding:0 0 2px !important;text-align:left !important;border:0 !important}
.m-wide tr{display:block !important;padding:12px 0 !important;border-bottom:1px solid #8c887c !important}
.m-stack td{display:block !important;width:100% !important}
.m-wide .m-label{display:inline !important}
.m-button{width:100% !important}
.m-button a{display:block !important}
}`
