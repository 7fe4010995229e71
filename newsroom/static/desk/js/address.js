"use strict"
// What the fields make is shown while they are filled in; only the server knows how words are put right.
{
  const form = document.querySelector("[data-address]")
  const preview = form?.querySelector("[data-preview]")
  let waiting, asked

  const show = async () => {
    asked?.abort()
    asked = new AbortController()
    const query = new URLSearchParams()
    for (const name of ["slug", "on"]) if (form.elements[name]) query.set(name, form.elements[name].value)
    try {
      const answer = await fetch(`?${query}`, { signal: asked.signal })
      if (!answer.ok || answer.redirected) return
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const made = page.querySelector("[data-preview]")
      preview.hidden = made.hidden
      preview.querySelector("bdi").textContent = made.querySelector("bdi").textContent
    } catch {
      // Without an answer the button still shows it.
    }
  }

  if (preview) {
    form.querySelector("[data-look]").hidden = true
    form.addEventListener("input", () => {
      clearTimeout(waiting)
      waiting = setTimeout(show, 300)
    })
  }
}
