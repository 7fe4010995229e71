"use strict"
// Says every few seconds that this story is open here, and shows who else has it open and what was saved in between.
{
  const EVERY = 15_000

  const form = document.querySelector("form[data-presence-url]")
  const place = document.querySelector("[data-presence]")
  if (form && place) watch(form, place)

  function watch(form, place) {
    const list = place.querySelector("[data-others]")
    const said = place.querySelector("[data-said]")
    const newer = place.querySelector("[data-newer]")
    let hasTyped = false
    let timer = null
    let isAsking = false
    let known = null

    const values = (more) => {
      const body = new FormData()
      const given = {
        csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
        user: form.dataset.user,
        base: form.elements.namedItem("base")?.value ?? form.dataset.base,
        of: form.elements.namedItem("of")?.value ?? "",
        ...more,
      }
      for (const [name, value] of Object.entries(given)) body.append(name, value)
      return body
    }

    async function ping() {
      clearTimeout(timer)
      if (document.hidden || isAsking || !form.dataset.presenceUrl) return
      isAsking = true
      const body = values(hasTyped ? { typed: "1" } : {})
      hasTyped = false
      try {
        const headers = { Accept: "application/json" }
        const signal = AbortSignal.timeout(EVERY)
        const answer = await fetch(form.dataset.presenceUrl, { method: "POST", body, headers, signal })
        if (answer.ok) show(await answer.json())
      } catch {
        // Nobody is told of who is here while the desk cannot be reached; the autosave tells of that.
      }
      isAsking = false
      clearTimeout(timer)
      timer = setTimeout(ping, EVERY)
    }

    function show({ others, head }) {
      // Said when somebody comes, goes or begins to type; not that another minute has passed.
      const now = others.map((other) => `${other.name} ${other.is_typing} ${other.is_idle}`).join()
      const isOld = known === null ? list.children.length === others.length : known === now
      known = now
      list.replaceChildren(...others.map(drawn))
      list.hidden = !others.length
      const words = isOld ? [] : others.map((other) => other.words)
      if (head && newer.dataset.pk !== String(head.pk)) {
        newer.dataset.pk = head.pk
        newer.querySelector("span").textContent = head.words
        newer.querySelector("a").href = location.pathname
        words.push(head.words)
      }
      newer.hidden = !head
      if (words.length) said.textContent = words.join(". ")
    }

    function drawn(other) {
      const item = document.createElement("li")
      const letter = document.createElement("b")
      letter.setAttribute("aria-hidden", "true")
      letter.textContent = [...other.name][0]?.toUpperCase() ?? ""
      item.append(letter, ` ${other.words}`)
      item.classList.toggle("is-idle", other.is_idle)
      return item
    }

    form.addEventListener("input", () => {
      hasTyped = true
    })
    form.addEventListener("desk:begun", ping)
    document.addEventListener("visibilitychange", ping)
    addEventListener("pageshow", ping)
    addEventListener("pagehide", () => {
      clearTimeout(timer)
      if (form.dataset.presenceUrl) navigator.sendBeacon(form.dataset.presenceUrl, values({ leave: "1" }))
    })
  }
}
