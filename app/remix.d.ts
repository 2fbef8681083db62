import '@remix-run/node'

// Tells the compiler which shape loaders' data has (remix.config.js sets the flag itself).
declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
