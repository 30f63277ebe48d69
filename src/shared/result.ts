/** What a rule returns: a value, or the reason why it refuses. Refusals are never thrown. */
export type Result<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse<Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal }
}

/** The value of what nothing can refuse, such as a batch without guards. */
export function okValue<Value>(result: Result<Value, never>): Value {
  return result.ok ? result.value : result.refusal
}
