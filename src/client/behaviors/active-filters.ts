/** Updates the number of active filters next to "More filters". htmx replaces the results, but not the form. */
export function countActiveFilters(): void {
  for (const type of ['input', 'change']) {
    document.addEventListener(type, ({ target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) recount(target.form)
    })
  }
  // The browser restores typed values after a reload or going back.
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) recount(form)
  })
}

function recount(form: HTMLFormElement | null): void {
  const count = form?.querySelector('[data-filters-set]')
  if (!count) return

  const fields = form?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.filters-more [name]') ?? []
  const set = [...fields].filter(({ value }) => value !== '').length
  count.textContent = set > 0 ? `(${set} set)` : ''
}
