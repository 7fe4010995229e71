"use strict"
// The focus of a picture: a press on it, or the arrow keys, write the two numbers of the form, and the crops follow them.
{
  const room = document.querySelector("[data-focus-room]")
  const across = document.getElementById("id_focus_x")
  const down = document.getElementById("id_focus_y")
  if (room && across && down) follow(room, across, down)

  function follow(room, across, down) {
    const control = room.querySelector("[data-focus]")
    const mark = control.querySelector("ellipse")
    const said = room.querySelector("[data-said]")
    const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

    const percent = (value) => Math.min(100, Math.max(0, Math.round(Number(value) || 0)))

    function show() {
      const [x, y] = [percent(across.value), percent(down.value)]
      mark.setAttribute("cx", x)
      mark.setAttribute("cy", y)
      for (const crop of room.querySelectorAll("[data-fx]")) {
        crop.dataset.fx = Math.round(x / 10)
        crop.dataset.fy = Math.round(y / 10)
      }
    }

    function move(x, y) {
      across.value = percent(x)
      down.value = percent(y)
      said.textContent = said.dataset.words.replace("%(x)s", across.value).replace("%(y)s", down.value)
      across.dispatchEvent(new Event("input", { bubbles: true }))
    }

    function round() {
      // The mark is as wide as it is high, whatever the shape of the picture.
      const box = control.getBoundingClientRect()
      if (!box.width || !box.height) return
      mark.setAttribute("rx", 1400 / box.width)
      mark.setAttribute("ry", 1400 / box.height)
    }

    control.disabled = false
    for (const words of room.querySelectorAll("[data-with-script]")) words.hidden = false
    control.addEventListener("click", (event) => {
      if (!event.detail) return // pressed with a key, so nowhere
      const box = control.querySelector("img").getBoundingClientRect()
      move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100)
    })
    control.addEventListener("keydown", (event) => {
      const step = STEPS[event.key]
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const size = event.shiftKey ? 10 : 2
      move(percent(across.value) + step[0] * size, percent(down.value) + step[1] * size)
    })
    for (const input of [across, down]) input.addEventListener("input", show)
    new ResizeObserver(round).observe(control)
    show()
  }
}
