"use strict"
// A note is sent without leaving the page, so that a story half written beside it stays as it is. What is typed into the box
// outlives the page, too. Without this script the same form goes the same way, and the page comes back.
{
  const form = document.querySelector("#note-form")
  const box = () => document.querySelector("[data-notes]")
  const area = () => box()?.querySelector("textarea[data-mentions]")
  const kept = form && `note:${new URL(form.action).pathname}`
  let isSending = false

  function keep(text) {
    try {
      if (text.trim()) sessionStorage.setItem(kept, text)
      else sessionStorage.removeItem(kept)
    } catch {
      // A browser that keeps nothing is no reason to stop writing.
    }
  }

  function bringBack() {
    try {
      if (area() && !area().value) area().value = sessionStorage.getItem(kept) ?? ""
    } catch {
      // As above.
    }
  }

  function say(lines) {
    const status = box().querySelector("[data-told]")
    const drawn = lines.map((line) => {
      const paragraph = document.createElement("p")
      paragraph.textContent = line
      return paragraph
    })
    // A screen reader reads what changes in a place it knows already.
    setTimeout(() => status.replaceChildren(...drawn), 50)
  }

  function contents(submitter) {
    const data = new FormData(form)
    if (submitter?.name) data.append(submitter.name, submitter.value)
    // To the page of notes alone, which is the smallest that has the box.
    data.delete("back")
    return data
  }

  async function send(submitter) {
    const answer = await fetch(form.action, { method: "POST", body: contents(submitter) })
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const drawn = page.querySelector("[data-notes]")
    // The sign-in page, or a fault: it has no box.
    if (!drawn) throw new Error(String(answer.status))
    const wasOpen = box().querySelector("details")?.open
    box().replaceWith(document.adoptNode(drawn))
    if (wasOpen && box().querySelector("details")) box().querySelector("details").open = true
    keep(area().value)
    area().focus()
    say([...page.querySelectorAll(".messagelist li")].map((line) => line.textContent.trim()))
  }

  if (form && box()) {
    bringBack()

    form.addEventListener("submit", (event) => {
      event.preventDefault()
      if (isSending) return
      isSending = true
      send(event.submitter)
        .catch(() => say([box().dataset.failed]))
        .finally(() => {
          isSending = false
        })
    })

    document.addEventListener("input", (event) => {
      if (event.target === area()) keep(event.target.value)
    })

    document.addEventListener("keydown", (event) => {
      if (event.target !== area() || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form.requestSubmit()
    })
  }
}
