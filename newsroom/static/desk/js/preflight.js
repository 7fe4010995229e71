"use strict"
// Asks what would stop the story each time its text has been kept, and leads from what is found to where it is put right.
{
  const PATIENCE = 15_000

  const place = document.querySelector("[data-preflight]")
  const form = place?.closest("form")
  if (form) watch(form, place)

  function watch(form, place) {
    const said = place.querySelector("[data-said]")
    const override = place.querySelector("[data-override]")
    let isAsking = false
    let isOld = false
    let isElsewhere = false

    async function ask() {
      isOld = isAsking
      if (isAsking || !form.dataset.story) return
      isAsking = true
      try {
        const answer = await fetch(address(), { signal: AbortSignal.timeout(PATIENCE) })
        if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), "text/html"))
      } catch {
        // The list stays as it was; that the desk cannot be reached is told by the autosave.
      }
      isAsking = false
      if (isOld) ask()
    }

    function address() {
      const url = new URL(place.dataset.url.replace("/0/", `/${form.dataset.story}/`), location.href)
      for (const name of ["tab", "of"]) url.searchParams.set(name, form.elements.namedItem(name).value)
      url.searchParams.set("kept", new URL(location.href).searchParams.get("kept") ?? "")
      return url
    }

    function show(answer) {
      // Whoever is signed out gets another page.
      const found = answer.querySelector("[data-findings]")
      const shown = place.querySelector("[data-findings]")
      if (!found || found.isEqualNode(shown)) return
      const verdict = (findings) => findings.querySelector("h2").textContent
      if (verdict(found) !== verdict(shown)) said.textContent = verdict(found)
      const { hash } = place.contains(document.activeElement) ? document.activeElement : {}
      shown.replaceWith(document.importNode(found, true))
      // Whoever reads through the list with the keyboard stays in it.
      if (hash) (place.querySelector(`[href="${hash}"]`) ?? place.querySelector("[data-findings] a"))?.focus()
      if (override) override.hidden = !("mayBeOverridden" in found.dataset)
    }

    place.addEventListener("click", (event) => {
      const link = event.target.closest("a")
      if (link?.target) isElsewhere = true
      if (!link?.hash) return
      // The editor stands where the field for the text was.
      const editor = link.hash === "#id_body" ? form.querySelector(".field-body .ProseMirror") : null
      const target = editor ?? document.getElementById(link.hash.slice(1))
      if (!target?.matches("input, select, textarea, [contenteditable]")) return
      event.preventDefault()
      const folded = target.closest("details")
      if (folded) folded.open = true
      target.focus()
      target.scrollIntoView({ block: "center" })
    })

    // Whoever comes back from the page of the picture has put it right there.
    addEventListener("focus", () => {
      if (isElsewhere) ask()
      isElsewhere = false
    })
    // The autosave says on the form how it stands, each time anew.
    const kept = new MutationObserver(() => form.dataset.stands === "kept" && ask())
    kept.observe(form, { attributeFilter: ["data-stands"] })
  }
}
