/** Posts one body many times, a few at a time: what sending costs with nothing around it. */
export default {
  async fetch(request) {
    const { url, headers, body, count, lanes } = await request.json()
    let next = 0
    const lane = async () => {
      while (next < count) {
        next += 1
        const response = await fetch(url, {
          method: 'POST',
          headers: { ...headers, 'Idempotency-Key': `bare-${next}` },
          body,
        })
        await response.text()
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return new Response('done')
  },
}
