"use strict"
// Turns ticked boxes and a text field into a combobox: suggestions as one types, what is chosen as rows one can move and
// remove. The names sent stay the same, so the server does not know whether this script ran.
{
  const DELAY = 150

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(key, value)
    }
    element.append(...children)
    return element
  }

  function drawn(choice) {
    const words = make("span", {}, choice.text)
    if (choice.detail) words.append(" ", make("small", {}, choice.detail))
    return [...(choice.thumb ? [make("img", { src: choice.thumb, alt: "" })] : []), words]
  }

  class Picks {
    constructor(box) {
      this.box = box
      this.words = box.dataset
      this.chosen = box.querySelector(".chosen")
      this.input = box.querySelector("input[type=text]")
      this.status = box.querySelector("[data-status]")
      this.options = []
      this.active = -1
      this.list = make("ul", { role: "listbox", id: `${this.input.id}-options`, "aria-label": this.label() })
      this.list.hidden = true
      box.append(this.list)
      for (const [name, value] of Object.entries({
        role: "combobox",
        "aria-expanded": "false",
        "aria-autocomplete": "list",
        "aria-controls": this.list.id,
      }))
        this.input.setAttribute(name, value)
      for (const item of this.chosen.children) this.takeOver(item)
      this.listen()
    }

    label() {
      return document.querySelector(`label[for="${this.input.id}"]`)?.textContent.trim()
    }

    // A ticked box becomes a row with buttons.
    takeOver(item) {
      const sent = item.querySelector("input")
      sent.type = "hidden"
      const label = item.querySelector("label")
      item.replaceChildren(sent, ...label.querySelectorAll("img, span"))
      this.addButtons(item)
    }

    addButtons(item) {
      const name = item.querySelector("span").firstChild.textContent.trim()
      const button = (kind, sign, text, press) => {
        const made = make("button", { type: "button", [`data-${kind}`]: "", "aria-label": text.replace("%s", name) }, sign)
        made.addEventListener("click", press)
        item.append(made)
      }
      if ("ordered" in this.words) {
        button("up", "↑", this.words.up, (event) => {
          item.previousElementSibling?.before(item)
          event.currentTarget.focus()
          this.changed()
        })
      }
      button("remove", "×", this.words.remove, () => {
        item.remove()
        this.changed()
        this.input.focus()
      })
    }

    add(choice) {
      const isNew = choice.id === undefined
      const same = [...this.chosen.querySelectorAll("input")].some((sent) => !isNew && sent.value === choice.id)
      if (!same) {
        const sent = make("input", {
          type: "hidden",
          name: isNew ? this.input.name : this.words.name,
          value: isNew ? choice.text : choice.id,
        })
        const item = make("li", isNew ? { class: "is-new" } : {}, sent, ...drawn(choice))
        if ("single" in this.words) this.chosen.replaceChildren()
        this.chosen.append(item)
        this.addButtons(item)
      }
      this.input.value = ""
      this.close()
      this.changed()
    }

    changed() {
      // From the box, not from the field: nothing was typed.
      this.box.dispatchEvent(new Event("input", { bubbles: true }))
    }

    listen() {
      this.input.addEventListener("input", () => this.searchSoon())
      this.input.addEventListener("focus", () => this.searchSoon())
      this.input.addEventListener("blur", () => this.close())
      this.input.addEventListener("keydown", (event) => this.key(event))
      // Before the field loses the focus and the list closes.
      this.list.addEventListener("mousedown", (event) => {
        event.preventDefault()
        const place = [...this.list.children].indexOf(event.target.closest("[role=option]"))
        if (place >= 0) this.add(this.options[place])
      })
    }

    key(event) {
      if (event.isComposing) return
      const isOpen = !this.list.hidden
      const { key } = event
      if (key === "ArrowDown" || key === "ArrowUp") {
        if (isOpen) this.activate(this.active + (key === "ArrowDown" ? 1 : -1))
        else this.searchSoon()
      } else if (key === "Enter") {
        const choice = this.meant(isOpen)
        if (choice) this.add(choice)
      } else if (key === "Escape" && isOpen) {
        this.close()
      } else if (key === "," && "mayCreate" in this.words && this.input.value.trim()) {
        this.add({ text: this.input.value.trim() })
      } else if (key === "Backspace" && !this.input.value && !("single" in this.words)) {
        this.chosen.lastElementChild?.remove()
        this.changed()
      } else return
      event.preventDefault()
    }

    // What Enter means: the row the arrows stand on, else the name typed if it may be new, else the first suggestion.
    meant(isOpen) {
      const term = this.input.value.trim()
      if (isOpen && this.active >= 0) return this.options[this.active]
      const same = this.options.find((choice) => choice.text.toLowerCase() === term.toLowerCase())
      if (same || !term) return term ? same : undefined
      return "mayCreate" in this.words ? { text: term } : isOpen && this.options[0]
    }

    searchSoon() {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.search(), DELAY)
    }

    async ask(term) {
      const [, field] = this.words.source.split(".")
      const query = new URLSearchParams({ app_label: "articles", model_name: "article", field_name: field, term })
      const answer = await fetch(`${this.words.url}?${query}`, { headers: { Accept: "application/json" } })
      return answer.ok ? (await answer.json()).results : []
    }

    async search() {
      const term = this.input.value.trim()
      const found = await this.ask(term).catch(() => [])
      // Somebody typed on, or left, while the answer was under way.
      if (term !== this.input.value.trim() || document.activeElement !== this.input) return
      const isKnown = found.some((choice) => choice.text.toLowerCase() === term.toLowerCase())
      this.options = found
      if (term && !isKnown && "mayCreate" in this.words) this.options = [...found, { text: term }]
      this.draw(term)
    }

    draw(term) {
      this.list.replaceChildren(
        ...this.options.map((choice, place) => {
          const shown = choice.id === undefined ? { text: this.words.create.replace("%s", term) } : choice
          return make("li", { role: "option", id: `${this.list.id}-${place}`, "aria-selected": "false" }, ...drawn(shown))
        }),
      )
      this.list.hidden = !this.options.length
      this.input.setAttribute("aria-expanded", String(!this.list.hidden))
      this.active = -1
      this.input.removeAttribute("aria-activedescendant")
      this.status.textContent = this.options.length
        ? this.words.found.replace("%s", this.options.length)
        : term && this.words.none
    }

    activate(place) {
      const rows = this.list.children
      rows[this.active]?.setAttribute("aria-selected", "false")
      this.active = (place + rows.length) % rows.length
      const row = rows[this.active]
      row.setAttribute("aria-selected", "true")
      row.scrollIntoView({ block: "nearest" })
      this.input.setAttribute("aria-activedescendant", row.id)
    }

    close() {
      clearTimeout(this.timer)
      this.list.hidden = true
      this.active = -1
      this.input.setAttribute("aria-expanded", "false")
      this.input.removeAttribute("aria-activedescendant")
    }
  }

  const boxes = new Map()
  for (const box of document.querySelectorAll("[data-picks]")) {
    const picks = new Picks(box)
    boxes.set(picks.input.id, picks)
  }

  // A small window in which something is added answers through its opener, as Django's own pop-ups do.
  for (const link of document.querySelectorAll("[data-popup-for]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault()
      open(link.href, link.dataset.popupFor, "width=820,height=760,resizable=yes,scrollbars=yes")
    })
  }

  window.dismissAddRelatedObjectPopup = async (win, id, text) => {
    const picks = boxes.get(win.name)
    win.close()
    if (!picks) return
    const found = await picks.ask(`№ ${id}`).catch(() => [])
    picks.add(found.find((choice) => choice.id === String(id)) ?? { id: String(id), text })
  }

  document.querySelector("form[data-unsaved]")?.dispatchEvent(new Event("desk:ready"))
}
