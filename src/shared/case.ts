/** "companyName" is "company_name": how form fields and query parameters are called in HTML and URLs. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`)
}

/** "company_name" is "companyName": how the same fields are called in code. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
