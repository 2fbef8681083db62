/** Where one thing is kept: the tab's storage, or the device's once the learner has said so. */
export class DeviceStore {
  readonly key: string
  readonly #tab: Storage | undefined
  readonly #device: Storage | undefined

  /** @param key its name in the browser */
  constructor(key: string) {
    this.key = key
    this.#tab = storageOf('sessionStorage')
    this.#device = storageOf('localStorage')
  }

  get isKept(): boolean {
    return this.#read(this.#device) !== null
  }

  get text(): string {
    return this.#read(this.#device) ?? this.#read(this.#tab) ?? ''
  }

  set text(text: string) {
    this.#write(this.isKept ? this.#device : this.#tab, text)
  }

  /** Moves it to the device, or back to the tab. */
  keep(isKept: boolean): void {
    const { text } = this
    this.clear()
    this.#write(isKept ? this.#device : this.#tab, text)
  }

  clear(): void {
    for (const storage of [this.#tab, this.#device]) {
      try {
        storage?.removeItem(this.key)
      } catch {
        // Where nothing can be removed nothing has been written.
      }
    }
  }

  #read(storage: Storage | undefined): string | null {
    try {
      return storage?.getItem(this.key) ?? null
    } catch {
      return null
    }
  }

  #write(storage: Storage | undefined, text: string): void {
    try {
      storage?.setItem(this.key, text)
    } catch {
      // Full or forbidden: it lasts as long as the page does, in the page.
    }
  }
}

/** Even to ask for it throws where a browser blocks it. */
function storageOf(name: 'sessionStorage' | 'localStorage'): Storage | undefined {
  try {
    return window[name]
  } catch {
    return undefined
  }
}
