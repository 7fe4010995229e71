"use strict"
// How long a line is, beside its label. Characters are counted as the server counts them: code points, not code units.
{
  const length = (text) => [...text.replace(/\r\n?/g, "\n").trim()].length

  for (const counter of document.querySelectorAll("[data-count-for]")) {
    const field = document.getElementById(counter.dataset.countFor)
    const soft = Number(field.dataset.soft)
    const hard = Number(field.dataset.hard)

    const count = () => {
      const n = length(field.value)
      const isTooLong = n > hard
      const text = isTooLong ? counter.dataset.tooLong : counter.dataset.text
      counter.textContent = n ? text.replace("%n", n).replace("%m", isTooLong ? hard : soft) : ""
      counter.classList.toggle("over", n > soft && !isTooLong)
      counter.classList.toggle("too-long", isTooLong)
    }
    field.addEventListener("input", count)
    count()

    // These fields hold one line: Enter goes on to the next field instead of breaking it.
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return
      event.preventDefault()
      const lines = [...document.querySelectorAll(".line > textarea:not([hidden]), .line [role=textbox]")]
      lines[lines.indexOf(field) + 1]?.focus()
    })
  }
}
