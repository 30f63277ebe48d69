/** Leaves empty fields out of a search's URL, whether the browser or htmx sends the form. */
export function tidyQuery(): void {
  document.addEventListener('formdata', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'get') return

    const { formData } = event
    const empty = [...formData].filter(([, value]) => value === '').map(([name]) => name)
    for (const name of empty) {
      const kept = formData.getAll(name).filter((value) => value !== '')
      formData.delete(name)
      for (const value of kept) formData.append(name, value)
    }
  })
}
