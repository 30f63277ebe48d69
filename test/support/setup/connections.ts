import { Agent, setGlobalDispatcher } from 'undici'

// Each request has a connection of its own. workerd closes one that was unused for 5 s, and a test that computes for
// so long would send its next request on it: "other side closed".
setGlobalDispatcher(new Agent({ pipelining: 0 }))
