/** Whether the browser came back to this page or loaded it again. A link to the same URL is a new visit. */
export function hasReturned(): boolean {
  const [visit] = performance.getEntriesByType('navigation')
  return visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate'
}
