import { Agent, setGlobalDispatcher } from 'undici'

// Each request has a connection of its own. workerd closes one that was unused for 5 seconds, and on a busy machine a
// test may use it just then: "other side closed".
setGlobalDispatcher(new Agent({ pipelining: 0 }))
