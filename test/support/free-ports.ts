import { takenPorts } from '../../local/servers/ports.ts'

/**
 * Ports in a row that nothing uses, for servers whose URL is needed before they listen. Linux gives the ports from 32,768
 * on to outgoing connections, so one of those could be taken in the meantime.
 */
export async function freePorts(count: number): Promise<number[]> {
  const first = 20_000 + Math.floor(Math.random() * 12_000)
  const ports = Array.from({ length: count }, (_, index) => first + index)
  return (await takenPorts(ports)).length === 0 ? ports : freePorts(count)
}

export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1)
  return port
}
