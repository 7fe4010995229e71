"use strict"
// While somebody writes “@an” in a note: the colleagues meant, to be chosen with the arrows and Enter, or with the mouse.
// The server reads the names from the text; nothing here has to run for a colleague to be told.
{
  const DELAY = 120
  const BEGUN = /(?:^|[^\w.@+-])@([\p{L}\p{N}_.+-]*)$/u

  let field = null
  let list = null
  let options = []
  let active = -1
  let timer = 0

  function make(name, attributes, ...children) {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    element.append(...children)
    return element
  }

  // What is typed of a name before the caret; undefined where no name is being typed.
  function begun(area) {
    if (area.selectionStart !== area.selectionEnd) return undefined
    return BEGUN.exec(area.value.slice(0, area.selectionStart))?.[1]
  }

  function take(area) {
    if (field === area) return
    close()
    list?.remove()
    field = area
    list = make("ul", { class: "mention-list", role: "listbox", id: `${area.id}-colleagues`, "aria-label": area.dataset.list })
    list.hidden = true
    // Before the field loses the focus and the list closes.
    list.addEventListener("mousedown", (event) => {
      event.preventDefault()
      choose([...list.children].indexOf(event.target.closest("[role=option]")))
    })
    area.setAttribute("aria-autocomplete", "list")
    area.setAttribute("aria-controls", list.id)
    area.after(list)
  }

  function say(text) {
    const status = field.parentElement.querySelector("[data-suggested]")
    if (status) status.textContent = text
  }

  async function search() {
    const area = field
    const term = begun(area)
    if (term === undefined) return close()
    const address = `${area.dataset.mentions}?${new URLSearchParams({ q: term })}`
    const found = await fetch(address, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : { colleagues: [] }))
      .then((answer) => answer.colleagues)
      .catch(() => [])
    // Somebody typed on, or left, while the answer was under way.
    if (area !== field || begun(area) !== term || document.activeElement !== area) return
    draw(found)
    say(found.length ? area.dataset.found.replace("%s", found.length) : term && area.dataset.none)
  }

  function draw(found) {
    options = found
    active = -1
    list.replaceChildren(
      ...found.map((one, place) =>
        make(
          "li",
          { role: "option", id: `${list.id}-${place}`, "aria-selected": "false" },
          `${one.name || one.username} `,
          make("small", {}, `@${one.username}`),
        ),
      ),
    )
    list.hidden = !found.length
    field.removeAttribute("aria-activedescendant")
    if (found.length) activate(0)
  }

  function activate(place) {
    list.children[active]?.setAttribute("aria-selected", "false")
    active = (place + options.length) % options.length
    const row = list.children[active]
    row.setAttribute("aria-selected", "true")
    row.scrollIntoView({ block: "nearest" })
    field.setAttribute("aria-activedescendant", row.id)
  }

  function choose(place) {
    const chosen = options[place]
    const term = begun(field)
    if (!chosen || term === undefined) return
    const end = field.selectionStart
    field.setRangeText(`${chosen.username} `, end - term.length, end, "end")
    close()
    field.focus()
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }

  function close() {
    clearTimeout(timer)
    options = []
    active = -1
    if (!list) return
    list.hidden = true
    field.removeAttribute("aria-activedescendant")
  }

  const areaOf = (event) => (event.target.matches?.("textarea[data-mentions]") ? event.target : null)

  // On the document: the box of notes is drawn anew after each note.
  document.addEventListener("input", (event) => {
    const area = areaOf(event)
    if (!area) return
    take(area)
    clearTimeout(timer)
    if (begun(area) === undefined) return close()
    timer = setTimeout(search, DELAY)
  })

  document.addEventListener("focusout", (event) => {
    if (areaOf(event) === field && field) close()
  })

  document.addEventListener("keydown", (event) => {
    if (!field || areaOf(event) !== field || list.hidden || event.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === "ArrowDown") activate(active + 1)
    else if (event.key === "ArrowUp") activate(active - 1)
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) choose(active)
    else if (event.key === "Escape") close()
    else return
    event.preventDefault()
  })
}
