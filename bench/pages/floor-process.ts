// The floor under a page: a bare HTTP server of Node's that answers as many bytes to whatever is asked.
// The number of bytes is its argument; it tells its port on standard output.
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const body = randomBytes(Number(process.argv[2]))
const server = createServer((_request, response) => response.end(body))
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
