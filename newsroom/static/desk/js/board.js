"use strict"
// Stories are moved by hand: dragged, or picked up with Enter and put down with the arrow keys. Every drop is sent as the
// button of the page without scripts would be, and the board comes back as the desk has stored it.
{
  const form = document.querySelector("#board-form")
  const said = form?.querySelector("[data-said]")
  const START = 6 // pixels, so that a click with an unsteady hand is not a drag
  let held = null // {story element, its words, the slot it would stand in}
  let isBusy = false

  const board = () => form.querySelector("[data-board]")
  const slots = () => [...form.querySelectorAll("[data-slot]")]
  const say = (words) => {
    said.textContent = words
  }
  const told = (name, first = "", second = "") =>
    board().dataset[name].replace("%s", () => first).replace("%t", () => second)

  if (form) {
    begin()
    form.addEventListener("pointerdown", press)
    form.addEventListener("keydown", keys)
    form.addEventListener("click", take)
    const find = document.querySelector("#find-form")
    find.addEventListener("submit", (event) => {
      event.preventDefault()
      look(new URLSearchParams(new FormData(find)))
    })
  }

  function begin(part = form) {
    for (const item of part.querySelectorAll("[data-slot], [data-story]")) {
      if (item.matches("[data-slot]") && !shown(item)) continue
      const grip = document.createElement("button")
      grip.type = "button"
      grip.className = "grip"
      grip.dataset.grip = ""
      grip.setAttribute("aria-label", told("handle", item.dataset.words))
      grip.textContent = "⠿"
      const place = item.querySelector(".moves") ?? item
      place.prepend(grip)
    }
  }

  function shown(slot) {
    return slot.querySelector("[name$='-shown']").value
  }

  // --- with a pointer
  function press(event) {
    const item = event.target.closest("[data-slot], [data-story]")
    const grip = event.target.closest("[data-grip]")
    const isControl = event.target.closest("button, input, select, textarea, summary, details, label")
    if (!item || event.button !== 0 || isBusy || (item.matches("[data-slot]") && !shown(item))) return
    // A finger scrolls the page, but on the handle.
    if (!grip && (isControl && !item.matches("[data-story]"))) return
    if (!grip && event.pointerType !== "mouse") return
    const from = { x: event.clientX, y: event.clientY }
    let isDragged = false

    const move = (now) => {
      if (!isDragged && Math.hypot(now.clientX - from.x, now.clientY - from.y) < START) return
      if (!isDragged) {
        isDragged = true
        hold(item)
      }
      now.preventDefault()
      aim(document.elementFromPoint(now.clientX, now.clientY)?.closest("[data-slot]"))
      if (now.clientY < 60) scrollBy(0, -14)
      if (now.clientY > innerHeight - 60) scrollBy(0, 14)
    }
    const end = (now) => {
      removeEventListener("pointermove", move)
      removeEventListener("pointerup", end)
      removeEventListener("pointercancel", end)
      if (!isDragged) return
      // The click that follows a drag is none.
      addEventListener("click", stop, { capture: true, once: true })
      setTimeout(() => removeEventListener("click", stop, { capture: true }))
      if (now.type === "pointerup" && held?.target) drop()
      else leave()
    }
    addEventListener("pointermove", move)
    addEventListener("pointerup", end)
    addEventListener("pointercancel", end)
    if (grip || event.target.closest("a, img, label")) form.addEventListener("dragstart", stop, { once: true })
  }

  function stop(event) {
    event.preventDefault()
    event.stopPropagation()
  }

  // --- with the keyboard
  function take(event) {
    const grip = event.target.closest("[data-grip]")
    if (!grip || isBusy) return
    if (held) {
      drop()
      return
    }
    const item = grip.closest("[data-slot], [data-story]")
    hold(item)
    aim(item.matches("[data-slot]") ? item : slots()[0])
    say(told("pickedUp", item.dataset.words))
  }

  function keys(event) {
    if (!held || !event.target.closest("[data-grip]")) return
    const steps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }
    const all = slots()
    if (event.key in steps) {
      const next = Math.max(0, Math.min(all.length - 1, all.indexOf(held.target) + steps[event.key]))
      aim(all[next])
      const words = all[next].dataset.words || board().dataset.empty
      say(told("over", all[next].dataset.label, words))
      all[next].scrollIntoView({ block: "nearest" })
    } else if (event.key === "Escape" || event.key === "Tab") {
      leave()
      say(board().dataset.left)
    } else return
    if (event.key !== "Tab") event.preventDefault()
  }

  // --- the move itself
  function hold(item) {
    held = { item, words: item.dataset.words, target: null }
    item.classList.add("is-held")
    form.classList.add("is-moving")
  }

  function aim(slot) {
    held.target?.classList.remove("is-target")
    held.target = slot ?? null
    held.target?.classList.add("is-target")
  }

  function leave() {
    held?.item.classList.remove("is-held")
    held?.target?.classList.remove("is-target")
    form.classList.remove("is-moving")
    held = null
  }

  function drop() {
    const { item, target, words } = held
    const to = target.dataset.slot
    leave()
    if (item === target) {
      say(board().dataset.left)
      return
    }
    const press = item.dataset.story ? `place:${to}:${item.dataset.story}` : `move:${item.dataset.slot}:${to}`
    send(press, to, words, target.dataset.label)
  }

  async function send(press, to, words, label) {
    isBusy = true
    const body = new FormData(form)
    body.set("do", press)
    try {
      const answer = await fetch(form.action, { method: "POST", body })
      if (answer.status === 409 || answer.status === 422) throw new TypeError("to be shown whole")
      if (!answer.ok) {
        say(board().dataset.failed)
        isBusy = false
        return
      }
      renew(new DOMParser().parseFromString(await answer.text(), "text/html"))
      say(told("dropped", words, label))
      form.querySelector(`[data-slot="${to}"] [data-grip]`)?.focus()
    } catch (error) {
      if (error.message === "to be shown whole") whole(press)
      else say(board().dataset.failed)
    }
    isBusy = false
  }

  // Something to decide or to mend: the page that says so takes the place of this one.
  function whole(press) {
    const asked = document.createElement("button")
    asked.name = "do"
    asked.value = press
    asked.hidden = true
    form.append(asked)
    form.requestSubmit(asked)
  }

  function renew(page) {
    board().replaceWith(document.adoptNode(page.querySelector("[data-board]")))
    for (const place of [".head", ".submit-row"]) {
      document.querySelector(place).replaceWith(document.adoptNode(page.querySelector(place)))
    }
    begin()
    // All that was typed went along: there is nothing left to lose.
    delete form.dataset.touched
    form.dispatchEvent(new Event("desk:ready"))
  }

  async function look(asked) {
    try {
      const answer = await fetch(`${form.getAttribute("action")}?${asked}`)
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const list = document.adoptNode(page.querySelector(".pool"))
      form.querySelector(".pool").replaceWith(list)
      begin(list)
      list.querySelector("#find").focus()
    } catch {
      say(board().dataset.failed)
    }
  }
}
