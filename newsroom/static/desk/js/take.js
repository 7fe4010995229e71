"use strict"
// Takes what a file says of itself into its field. On the record the links do the same by loading the page anew.
for (const control of document.querySelectorAll("[data-take]")) {
  const field = document.getElementById(control.dataset.take)
  if (!field) continue
  control.hidden = false
  control.addEventListener("click", (event) => {
    event.preventDefault()
    field.value = control.dataset.words
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
  })
}
