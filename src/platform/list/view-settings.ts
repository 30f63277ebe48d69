import * as z from 'zod'

/** How a list is shown: which columns, and how close its rows are. */
export interface ViewSettings {
  /** The keys of the columns. Null for those that the list shows by default. */
  readonly columns: readonly string[] | null
  readonly density: Density
}

export const densityKeys = ['comfortable', 'compact'] as const
export type Density = (typeof densityKeys)[number]

export const densities: Readonly<Record<Density, string>> = {
  comfortable: 'Comfortable',
  compact: 'Compact',
}

/** A list has fewer columns than this. */
const MAX_COLUMNS = 40

/** The two parameters in a URL. Null if the URL does not say. */
export const viewParams = z.object({
  columns: z
    .string()
    .transform((text) => columnKeysIn(text.split(',')))
    .nullable()
    .catch(null)
    .default(null),
  density: z.enum(densityKeys).nullable().catch(null).default(null),
})

/** What the URL asks for, and otherwise what the person chose last time. */
export function viewFor(url: z.output<typeof viewParams>, remembered: ViewSettings): ViewSettings {
  return { columns: url.columns ?? remembered.columns, density: url.density ?? remembered.density }
}

/** The name of the cookie that remembers how somebody wants to see a list. */
export function viewCookie(list: string): string {
  return `parley_list_${list}`
}

/** The cookie's value: `name.role.status~compact`. */
export function viewToText({ columns, density }: ViewSettings): string {
  return `${columns?.join('.') ?? ''}~${density}`
}

/** Reads the cookie's value. Anybody can send any, so what is not valid counts as missing. */
export function viewFromText(text: string | null): ViewSettings {
  const [columns = '', density] = (text ?? '').split('~')
  return {
    columns: columnKeysIn(columns.split('.')),
    density: densityKeys.find((key) => key === density) ?? 'comfortable',
  }
}

/** The keys that can be those of columns; null if there are none. The list ignores those that it does not have. */
export function columnKeysIn(texts: readonly string[]): readonly string[] | null {
  const keys = texts.filter((text) => /^[a-zA-Z][a-zA-Z0-9]{0,30}$/.test(text)).slice(0, MAX_COLUMNS)
  return keys.length > 0 ? [...new Set(keys)] : null
}
