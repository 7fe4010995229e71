"use strict"
// Nothing typed is lost by accident: the browser asks before a changed form is left, Ctrl-S or Cmd-S saves, and a second
// press on a button that is already working does nothing.
{
  const form = document.querySelector("form[data-unsaved]")
  const note = form?.querySelector("[data-note]")
  const save = form?.querySelector("[data-save]")

  const contents = () => {
    const parts = []
    for (const [name, value] of new FormData(form)) {
      if (name !== "csrfmiddlewaretoken") parts.push(name, value instanceof File ? value.name : value)
    }
    return JSON.stringify(parts)
  }

  if (form) {
    let opened = contents()
    let isSent = false
    // A form that came back with a problem holds what is stored nowhere.
    const cameBack = Boolean(form.querySelector(".problem:not([data-is-stored])"))
    const isChanged = () => cameBack || contents() !== opened

    // Scripts that draw fields of their own may tidy them as they begin: that is not a change.
    const settle = () => {
      if (!form.dataset.touched) opened = contents()
    }
    addEventListener("load", settle)
    form.addEventListener("desk:ready", settle)

    const tell = () => {
      form.dataset.touched = "1"
      // What is kept by itself says so by itself: autosave.js.
      if (note && !form.dataset.autosaveUrl) note.textContent = isChanged() ? note.dataset.unsavedText : ""
    }
    form.addEventListener("input", tell)
    form.addEventListener("change", tell)

    addEventListener("beforeunload", (event) => {
      // A last chance to store it, for whatever does so by itself.
      form.dispatchEvent(new Event("desk:leave"))
      if (!isSent && isChanged() && !form.dataset.stored) event.preventDefault()
    })

    form.addEventListener("submit", (event) => {
      // A preview opens beside the form and leaves it as it is.
      if (event.submitter?.formTarget) return
      if (isSent) event.preventDefault()
      isSent = true
    })

    // The page may come back from the browser's memory, with its form as it was.
    addEventListener("pageshow", () => {
      isSent = false
    })

    addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (save) form.requestSubmit(save)
      else if (note) note.textContent = note.dataset.liveText
    })
  }
}
