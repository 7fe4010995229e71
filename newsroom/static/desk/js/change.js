"use strict"
// What kind of change it is, is asked before the press is sent; the note for readers is there where one is owed.
{
  const box = document.querySelector("[data-change]")
  const form = box?.closest("form")
  const note = box?.querySelector("[data-change-note]")
  const owes = (box?.dataset.owes ?? "").split(" ")
  const chosen = () => box.querySelector("input:checked")

  const follow = () => {
    note.hidden = !owes.includes(chosen()?.value) && !note.querySelector("textarea").value
  }

  if (box) {
    box.addEventListener("change", follow)
    follow()
    // Before the listeners that take a press for sent.
    form.addEventListener(
      "submit",
      (event) => {
        if (chosen() || !["_update", "_schedule_update"].includes(event.submitter?.name)) return
        event.preventDefault()
        event.stopImmediatePropagation()
        box.classList.add("is-asked")
        box.scrollIntoView({ block: "center" })
        box.querySelector("input").focus()
      },
      { capture: true },
    )
  }
}
