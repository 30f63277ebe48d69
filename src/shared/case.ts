/** Turns "companyName" into "company_name", as form fields and query parameters are called in HTML and URLs. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)
}

/** Turns "company_name" into "companyName", as they are called in code. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
