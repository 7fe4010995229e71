"use strict"
// Keys that save a way with the mouse. None does anything while somebody types, and all of them can be switched off (WCAG
// 2.1.4); the help and its switch are reached from the account menu as well.
{
  const OFF = "desk:shortcuts-off"
  const help = document.querySelector("[data-shortcuts]")
  const opener = document.querySelector("[data-shortcuts-open]")
  const toggle = help?.querySelector("[data-switch]")

  // A browser that keeps nothing for us still has its shortcuts, switched on.
  const isOff = () => {
    try {
      return localStorage.getItem(OFF) !== null
    } catch {
      return false
    }
  }

  const setOff = (off) => {
    try {
      if (off) localStorage.setItem(OFF, "1")
      else localStorage.removeItem(OFF)
    } catch {
      toggle.checked = true
    }
  }

  const isTyping = (target) =>
    target instanceof Element && Boolean(target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]"))

  const rows = () => [...document.querySelectorAll("#result_list tbody tr, [data-rows] > *")]
  const inRow = (row) => row?.querySelector("th a[href], a[href]") ?? row?.querySelector("input[type=checkbox], button")
  const here = () => rows().findIndex((row) => row.contains(document.activeElement))

  const step = (by) => {
    const all = rows()
    const at = here()
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by]
    const target = inRow(next)
    if (!target) return false
    target.focus()
    next.scrollIntoView({ block: "nearest" })
    return true
  }

  const press = (selector, from = document) => {
    const target = from?.querySelector(selector)
    target?.click()
    return Boolean(target)
  }

  const search = () => {
    const field = document.getElementById("searchbar")
    field?.select()
    field?.focus()
    return Boolean(field)
  }

  const isList = Boolean(document.getElementById("changelist"))
  const plain = {
    "?": () => help.showModal() ?? true,
    ...(isList && {
      j: () => step(1),
      k: () => step(-1),
      o: () => press("th a[href], a[href]", rows()[here()]),
      x: () => press("input.action-select", rows()[here()]),
      "/": search,
      n: () => press("a.write"),
    }),
  }
  // By the place of the key: with Alt some keyboards write another letter on it.
  const withAlt = { KeyP: () => press("[data-preview]"), KeyH: () => press("[data-history]") }

  const meant = (event) => {
    if (event.ctrlKey || event.metaKey) return undefined
    if (event.altKey) return event.shiftKey ? withAlt[event.code] : undefined
    return plain[event.key]
  }

  if (help) {
    opener.hidden = false
    opener.addEventListener("click", () => {
      opener.closest("details").open = false
      help.showModal()
    })
    toggle.checked = !isOff()
    toggle.addEventListener("change", () => setOff(!toggle.checked))

    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing || event.repeat && event.key !== "j" && event.key !== "k") return
      if (isOff() || isTyping(event.target) || document.querySelector("dialog[open]")) return
      if (meant(event)?.()) event.preventDefault()
    })
  }
}
