/** Whether a path is somebody's own flag, or its appeal. Sponsors who wait for approval can be flagged too. */
export function isOwnFlag(path: string): boolean {
  return /^\/flags\/\d+(\/appeal)?$/.test(path)
}
