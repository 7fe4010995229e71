// The picture library beside the text: asked what a picture looks like, searched in a dialog, and sent new files.

const POPUP = "text-picture"

export class Library {
  constructor(dialog) {
    this.dialog = dialog
    this.words = dialog.dataset
    this.term = dialog.querySelector("input[type=search]")
    this.list = dialog.querySelector("[data-found-here]")
    this.status = dialog.querySelector("[role=status]")
    this.insert = dialog.querySelector("[data-insert]")
    this.known = new Map()
    this.listen()
  }

  listen() {
    let timer
    this.term.addEventListener("input", () => {
      clearTimeout(timer)
      timer = setTimeout(() => this.search(), 150)
    })
    this.insert.addEventListener("click", () => this.dialog.close("insert"))
    this.dialog.querySelector("[data-cancel]").addEventListener("click", () => this.dialog.close("cancel"))
    this.dialog.querySelector("input[type=file]")?.addEventListener("change", (event) => this.take(event.target))
    this.list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      if (!step) return
      const buttons = [...this.list.querySelectorAll("button")]
      buttons[buttons.indexOf(document.activeElement) + step]?.focus()
      event.preventDefault()
    })
  }

  /** The keys of the pictures somebody chooses, in their order; none if they change their mind. */
  ask(many) {
    this.many = many
    this.chosen = []
    this.insert.hidden = !many
    this.takeAnswersOfPopups()
    this.term.value = ""
    this.search()
    this.dialog.returnValue = "cancel"
    this.dialog.showModal()
    this.term.focus()
    return new Promise((resolve) => {
      this.dialog.addEventListener(
        "close",
        () => resolve(this.dialog.returnValue === "insert" ? this.chosen : []),
        { once: true },
      )
    })
  }

  async answers(term) {
    const query = new URLSearchParams({ app_label: "articles", model_name: "article", field_name: "lead_photo", term })
    try {
      const answer = await fetch(`${this.words.url}?${query}`, { headers: { Accept: "application/json" } })
      return answer.ok ? (await answer.json()).results : []
    } catch {
      return []
    }
  }

  /** What a picture looks like, asked once: `{ thumb, text }`, or nothing where the library has it no more. */
  drawn(key) {
    if (!this.known.has(key)) {
      const found = this.answers(`№ ${key}`).then((choices) => choices.find(({ id }) => id === key))
      this.known.set(key, found)
    }
    return this.known.get(key)
  }

  async search() {
    const term = this.term.value.trim()
    const found = await this.answers(term)
    if (term !== this.term.value.trim()) return
    this.list.replaceChildren(...found.map((choice) => this.row(choice)))
    this.status.textContent = found.length ? this.words.found.replace("%s", found.length) : this.words.none
  }

  row(choice) {
    this.known.set(choice.id, Promise.resolve(choice))
    const button = document.createElement("button")
    button.type = "button"
    if (choice.thumb) button.append(Object.assign(new Image(), { src: choice.thumb, alt: "" }))
    const words = document.createElement("span")
    words.append(choice.text)
    if (choice.detail) words.append(" ", Object.assign(document.createElement("small"), { textContent: choice.detail }))
    button.append(words)
    if (this.many) button.setAttribute("aria-pressed", this.chosen.includes(choice.id))
    button.addEventListener("click", () => {
      this.choose(choice.id)
      if (this.many) button.setAttribute("aria-pressed", this.chosen.includes(choice.id))
    })
    const item = document.createElement("li")
    item.append(button)
    return item
  }

  choose(key) {
    const place = this.chosen.indexOf(key)
    if (place < 0) this.chosen.push(key)
    else this.chosen.splice(place, 1)
    if (!this.many) this.dialog.close("insert")
  }

  /** Send a file to the library: `{ key }` of the picture, or `{ error }` in a sentence. */
  async send(file) {
    const data = new FormData()
    data.append("file", file)
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
    const failure = { error: this.words.failure }
    if (!this.words.upload) return failure
    try {
      const answer = await fetch(this.words.upload, { method: "POST", body: data, headers: { Accept: "application/json" } })
      const told = await answer.json()
      const picture = told.twin ?? told
      return picture.pk ? { key: String(picture.pk) } : { error: told.error ?? failure.error }
    } catch {
      return failure
    }
  }

  async take(input) {
    this.status.textContent = this.words.sending
    for (const file of input.files) {
      const { key, error } = await this.send(file)
      this.status.textContent = error ?? this.words.sent
      if (key) this.choose(key)
    }
    input.value = ""
  }

  // A small window in which a picture is added answers through its opener; the lead picture's stays as it is.
  takeAnswersOfPopups() {
    if (this.takesAnswers) return
    this.takesAnswers = true
    const others = window.dismissAddRelatedObjectPopup
    window.dismissAddRelatedObjectPopup = (win, id, text) => {
      if (win.name !== POPUP) return others?.(win, id, text)
      win.close()
      this.choose(String(id))
    }
  }
}
