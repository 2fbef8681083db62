// `npm start`: builds what has changed, then runs the server in this same process, so that Ctrl-C
// and SIGTERM reach it. Without NODE_ENV it is the demo.
await import('./build.mjs')
if (!process.env.NODE_ENV) {
  process.env.NODE_ENV = 'production'
  process.env.DEMO ??= '1'
}
process.env.LOG_LEVEL ??= process.env.DEMO === '1' ? 'warn' : 'info'
await import('../build/server.js')
