const presses = 3
const withinMs = 2000

interface KeyPorts {
  leave: () => void
  toBar: () => void
}

/**
 * Hears the player's own keys where content has the focus: Esc three times within two seconds leaves, F6
 * goes to the bar as it goes from one part of a window to the next elsewhere.
 */
export class ContentKeys {
  readonly #ports: KeyPorts
  #times: number[] = []

  constructor(ports: KeyPorts) {
    this.#ports = ports
  }

  /** However often: a listener counts once in a window. */
  listen(view: Window): void {
    // In the capture phase, so that content cannot keep the key to itself.
    view.addEventListener('keydown', this.#pressed, true)
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.repeat) return
    if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      this.#ports.toBar()
    } else if (event.key === 'Escape') this.#countEscape()
  }

  #countEscape(): void {
    // Each window counts its own time; the computer's is the same in all.
    const at = Date.now()
    this.#times = [...this.#times, at].filter((time) => at - time <= withinMs).slice(-presses)
    if (this.#times.length < presses) return
    this.#times = []
    this.#ports.leave()
  }
}
