// Requests in the format of the protocol.
export const execute = (sql: string) => ({ type: 'execute', stmt: { sql } })
export const close = { type: 'close' }
export const FAILING_SQL = 'SELECT * FROM nowhere'

export function post(url: string, body: unknown, path = '/v2/pipeline'): Promise<Response> {
  return fetch(url + path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })
}

/** Posts a pipeline and returns the response. Throws unless it is a 200. */
export async function pipeline(url: string, requests: unknown[], baton?: string) {
  const response = await post(url, { baton, requests })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return response.json()
}
