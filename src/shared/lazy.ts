/** Computes a value on the first call, and returns the same one from then on. */
export function lazy<Value>(make: () => Value): () => Value {
  let computed: { value: Value } | null = null
  return () => {
    computed ??= { value: make() }
    return computed.value
  }
}
