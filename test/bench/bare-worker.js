export default {
  fetch() {
    return new Response('hello', { headers: { 'content-type': 'text/html; charset=UTF-8' } })
  },
}
