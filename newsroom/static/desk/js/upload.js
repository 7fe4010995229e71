"use strict"
// A new picture beside the story, without a window of its own: choose a file, say what it shows and whose it is, go on
// writing. It is sent to the library's own page as soon as one goes on, or with the press that sends the story.
{
  const POPUP = "#django-admin-popup-response-constants" // what that page answers a small window with
  const box = document.querySelector("[data-upload]")
  const upload = document.getElementById("upload-form")
  if (box && upload) watch(box, upload)

  function watch(box, upload) {
    const story = box.closest("form")
    const file = box.querySelector("input[type=file]")
    const about = box.querySelector("[data-about]")
    const said = box.querySelector("[data-said]")
    let sending = null
    let isRefused = false
    let isAsked = false

    document.querySelector("[data-upload-elsewhere]").hidden = true
    box.hidden = false

    const isWhole = () => {
      const data = new FormData(upload)
      return Boolean((data.get("alt")?.trim() || data.get("is_decorative")) && data.get("credit")?.trim())
    }

    /** Send the picture, once. Whether it is in the library now, and chosen. */
    function send() {
      sending ??= answered().finally(() => {
        sending = null
      })
      return sending
    }

    async function answered() {
      complain()
      said.textContent = box.dataset.sending
      try {
        const answer = await fetch(upload.action, { method: "POST", body: new FormData(upload) })
        const page = new DOMParser().parseFromString(await answer.text(), "text/html")
        if (await isTaken(page)) return true
        said.textContent = complain(page) ? "" : box.dataset.failure
      } catch {
        said.textContent = box.dataset.failure
      }
      isRefused = true
      return false
    }

    async function isTaken(page) {
      const told = page.querySelector(POPUP)?.dataset.popupResponse
      if (!told) return false
      const { value, obj } = JSON.parse(told)
      upload.reset()
      // As if that page had been a small window, which is what it takes us for.
      await window.dismissAddRelatedObjectPopup({ name: box.dataset.for, close() {} }, value, obj)
      return true
    }

    /** Show what a page says of each field, instead of what was shown before. Whether it says anything. */
    function complain(page) {
      for (const old of box.querySelectorAll(".errorlist")) old.remove()
      let first = null
      for (const field of box.querySelectorAll("[data-name]")) {
        const list = page?.querySelector(`.field-${field.dataset.name} .errorlist`)
        const input = field.querySelector("input, textarea")
        field.classList.toggle("errors", Boolean(list))
        input.removeAttribute("aria-invalid")
        input.removeAttribute("aria-describedby")
        if (!list) continue
        const shown = document.importNode(list, true)
        shown.id = `${input.id}_error`
        input.before(shown)
        input.setAttribute("aria-invalid", "true")
        input.setAttribute("aria-describedby", shown.id)
        first ??= input
      }
      first?.focus()
      return Boolean(first)
    }

    /** A picture may do without a credit, a story that goes out may not: asked once, and not twice. */
    function ask() {
      isAsked = true
      said.textContent = box.dataset.asked
      const empty = [...about.querySelectorAll("textarea, input[type=text]")].find((input) => !input.value.trim())
      empty?.focus()
    }

    file.addEventListener("change", () => {
      about.hidden = !file.files.length
      if (!about.hidden) about.querySelector("textarea").focus()
    })
    box.addEventListener("input", () => {
      isRefused = false
    })
    upload.addEventListener("reset", () => {
      isRefused = isAsked = false
      about.hidden = true
      said.textContent = ""
      complain()
    })
    upload.addEventListener("submit", (event) => {
      event.preventDefault()
      send()
    })
    document.addEventListener("focusin", (event) => {
      if (file.files.length && isWhole() && !isRefused && !box.contains(event.target)) send()
    })
    // Before the listeners that take a press for sent.
    story.addEventListener(
      "submit",
      async (event) => {
        const { submitter } = event
        if (!file.files.length || submitter?.formTarget) return
        event.preventDefault()
        event.stopImmediatePropagation()
        if (!isWhole() && !isAsked) return ask()
        if (await send()) story.requestSubmit(submitter)
      },
      { capture: true },
    )
  }
}
