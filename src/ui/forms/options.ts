import {
  categories,
  categoryKeys,
  categoryLabel,
  deliverableKindKeys,
  deliverableKinds,
  platforms,
} from '../../shared/taxonomy.ts'
import type { Option, OptionGroup } from './choice.tsx'

/** Select options from labels by key: "Open to offers" for `open`. */
export function optionsOf(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

export const categoryOptions: readonly Option[] = categoryKeys.map((value) => ({
  value,
  label: categoryLabel(value),
}))

export const nicheOptions: readonly OptionGroup[] = categoryKeys.map((category) => ({
  label: categoryLabel(category),
  options: optionsOf(categories[category].niches),
}))

export const platformOptions: readonly Option[] = optionsOf(platforms)

export const deliverableOptions: readonly Option[] = deliverableKindKeys.map((value) => {
  const [name] = deliverableKinds[value]
  return { value, label: name.charAt(0).toUpperCase() + name.slice(1) }
})
