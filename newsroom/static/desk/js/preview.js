"use strict"
// What is typed, as readers will see it, beside the form. Without this file the button opens it in a new tab.
{
  const button = document.querySelector("[data-preview]")
  const form = button?.form
  const template = document.getElementById("preview-beside")
  const KEY = "desk-preview"
  const PAUSE = 900
  // What a page is laid out for, in pixels; it is drawn smaller where there is less room.
  const WIDTHS = { phone: 390, tablet: 820, full: 1280 }

  // Storage may be full, forbidden or absent.
  const remembered = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {}
    } catch {
      return {}
    }
  }
  const remember = (change) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...change }))
    } catch {
      // It opens closed next time.
    }
  }

  if (form && template) start()

  function start() {
    document.body.append(template.content.cloneNode(true))
    const panel = document.querySelector("dialog.preview-beside")
    const stage = panel.querySelector(".preview-stage")
    const note = panel.querySelector(".preview-note")
    const isRoomy = matchMedia("(min-width: 75em)")
    let shown = null
    let drawn = ""
    let count = 0
    let pause

    const fields = () => [...new FormData(form)].filter(([, value]) => typeof value === "string")

    // A form of our own: sending the real one would tell the page that its text is being saved.
    const send = (target) => {
      const carrier = document.createElement("form")
      carrier.method = "post"
      carrier.action = button.formAction
      carrier.target = target
      carrier.hidden = true
      for (const [name, value] of fields()) {
        const field = document.createElement("input")
        field.type = "hidden"
        field.name = name
        field.value = value
        carrier.append(field)
      }
      document.body.append(carrier)
      HTMLFormElement.prototype.submit.call(carrier)
      setTimeout(() => carrier.remove())
    }

    const fit = () => {
      const width = Math.max(WIDTHS[chosen()], chosen() === "full" ? stage.clientWidth : 0)
      const scale = Math.min(1, stage.clientWidth / width)
      stage.style.setProperty("--width", `${width}px`)
      stage.style.setProperty("--height", `${stage.clientHeight / scale}px`)
      stage.style.setProperty("--scale", scale)
      stage.style.setProperty("--start", `${Math.max(0, (stage.clientWidth - width * scale) / 2)}px`)
    }

    const chosen = () => panel.querySelector("[name=preview-width]:checked")?.value ?? "phone"

    // Each drawing is a new frame behind the old one: nothing flickers, and the Back button still leaves the page.
    const draw = () => {
      const now = JSON.stringify(fields())
      if (!panel.open || now === drawn) return
      drawn = now
      stage.querySelector(".is-coming")?.remove()
      const frame = document.createElement("iframe")
      frame.name = `preview-${++count}`
      frame.title = stage.dataset.title
      frame.className = "is-coming"
      frame.addEventListener("load", () => arrive(frame))
      stage.append(frame)
      send(frame.name)
    }

    const arrive = (frame) => {
      const inside = insideOf(frame)
      if (inside?.URL === "about:blank") return
      if (!inside?.querySelector("[data-preview-bar]")) {
        note.textContent = note.dataset.failed
        frame.remove()
        drawn = ""
        return
      }
      note.textContent = ""
      const hadFocus = shown && document.activeElement === shown
      frame.contentWindow.scrollTo(0, shown?.contentWindow.scrollY ?? 0)
      shown?.remove()
      shown = frame
      frame.classList.remove("is-coming")
      if (hadFocus) frame.focus()
      // The way out of a preview is the panel's: other pages refuse to be framed.
      inside.addEventListener("click", (event) => {
        const link = event.target.closest("a")
        if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault()
      })
      inside.addEventListener("keydown", closeOnEscape)
    }

    const insideOf = (frame) => {
      try {
        return frame.contentDocument
      } catch {
        return null
      }
    }

    const soon = () => {
      clearTimeout(pause)
      pause = setTimeout(draw, PAUSE)
    }

    const open = () => {
      if (isRoomy.matches) panel.show()
      else panel.showModal()
      document.body.classList.toggle("has-preview", isRoomy.matches)
      button.setAttribute("aria-expanded", "true")
      fit()
      draw()
    }

    const close = () => {
      panel.close()
      remember({ isOpen: false })
      button.focus()
    }

    const closeOnEscape = (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return
      event.preventDefault()
      close()
    }

    panel.addEventListener("close", () => {
      document.body.classList.remove("has-preview")
      button.setAttribute("aria-expanded", "false")
    })
    panel.addEventListener("keydown", closeOnEscape)
    panel.addEventListener("cancel", () => remember({ isOpen: false }))
    panel.querySelector("[data-close]").addEventListener("click", close)
    panel.querySelector("[data-in-tab]").addEventListener("click", () => send("_blank"))
    panel.addEventListener("change", () => {
      remember({ width: chosen() })
      fit()
    })

    button.setAttribute("aria-expanded", "false")
    button.addEventListener("click", (event) => {
      event.preventDefault()
      if (panel.open) return close()
      remember({ isOpen: true })
      open()
    })
    form.addEventListener("input", soon)
    form.addEventListener("change", soon)
    new ResizeObserver(fit).observe(stage)
    isRoomy.addEventListener("change", () => {
      if (!panel.open) return
      panel.close()
      open()
    })

    const { width, isOpen } = remembered()
    panel.querySelector(`[value=${width in WIDTHS ? width : "phone"}]`).checked = true
    if (isOpen && isRoomy.matches) {
      // It comes by itself, so it takes nothing from whoever writes.
      const here = document.activeElement
      open()
      here?.focus()
    }
  }
}
