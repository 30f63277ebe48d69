/** A font that is small enough to be loaded whole. The weights are folders of its package. */
export interface WholeFont {
  readonly family: string
  readonly file: string
  readonly weights: Readonly<Record<string, string>>
  /** Characters that another font draws although this one has them. */
  readonly without?: RegExp
}

const textWeights = { regular: '400Regular', bold: '700Bold' }

/** Packages of `@expo-google-fonts`, in the order in which they are tried for a character. */
export const wholeFonts: readonly WholeFont[] = [
  // A run of text has one font, and must not mix Latin with Devanagari, because it is shaped by the rules of one script.
  {
    family: 'noto-sans',
    file: 'NotoSans',
    weights: textWeights,
    without: /\p{Script_Extensions=Devanagari}/u,
  },
  { family: 'noto-sans-arabic', file: 'NotoSansArabic', weights: textWeights },
  { family: 'noto-sans-hebrew', file: 'NotoSansHebrew', weights: textWeights },
  { family: 'noto-sans-devanagari', file: 'NotoSansDevanagari', weights: textWeights },
  { family: 'noto-sans-thai', file: 'NotoSansThai', weights: textWeights },
  { family: 'noto-emoji', file: 'NotoEmoji', weights: { regular: '400Regular' } },
]

/** Packages of `@fontsource`: large fonts in slices of about 150 characters. */
export const slicedFamilies: readonly string[] = ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr']

/** The weights of the sliced fonts, as their file names say them. */
export const slicedWeights: Readonly<Record<string, string>> = { regular: '400', bold: '700' }

export const expoPackage = (family: string): string => `@expo-google-fonts/${family}`
export const fontsourcePackage = (family: string): string => `@fontsource/${family}`
