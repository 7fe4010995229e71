"use strict"
// Many pictures, chosen or dropped: each is sent on its own, two at a time, with a bar of its own and its own answer.
{
  const AT_ONCE = 2
  const form = document.querySelector("[data-uploads]")
  if (form) begin(form)

  function begin(form) {
    const words = form.dataset
    const input = form.querySelector("input[type=file]")
    const drop = form.querySelector("[data-drop]")
    const sent = form.querySelector("[data-sent]")
    const list = form.querySelector("[data-list]")
    const tally = form.querySelector("[data-tally]")
    const row = form.querySelector("[data-row]")
    const waiting = []
    const count = { all: 0, done: 0, failed: 0 }
    let underway = 0

    for (const part of form.querySelectorAll("[data-with-script]")) part.hidden = false
    for (const part of form.querySelectorAll("[data-without-script]")) part.hidden = true

    function add(files) {
      for (const file of files) {
        const item = row.content.firstElementChild.cloneNode(true)
        item.querySelector(".name").textContent = file.name
        item.querySelector("progress").setAttribute("aria-label", file.name)
        item.querySelector("[data-retry]").addEventListener("click", () => retry(item, file, false))
        item.querySelector("[data-again]").addEventListener("click", () => retry(item, file, true))
        list.append(item)
        count.all += 1
        queue(item, file, false)
      }
      sent.hidden = !count.all
      next()
    }

    function queue(item, file, isAgain) {
      say(item, words.waiting)
      waiting.push({ item, file, isAgain })
    }

    function retry(item, file, isAgain) {
      count.failed -= 1
      for (const control of item.querySelectorAll(".btn")) control.hidden = true
      item.querySelector("progress").hidden = false
      item.classList.remove("is-refused", "is-twin")
      queue(item, file, isAgain)
      next()
    }

    function next() {
      tell()
      while (underway < AT_ONCE && waiting.length) {
        const { item, file, isAgain } = waiting.shift()
        if (file.size > Number(words.limit) * 1024 * 1024) refuse(item, words.large)
        else send(item, file, isAgain)
      }
      tell()
    }

    function send(item, file, isAgain) {
      const bar = item.querySelector("progress")
      const data = new FormData(form)
      data.set("file", file, file.name)
      if (isAgain) data.set("again", "on")
      const request = new XMLHttpRequest()
      request.open("POST", form.action)
      request.setRequestHeader("Accept", "application/json")
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) bar.value = (event.loaded / event.total) * 100
        say(item, event.loaded < event.total ? "" : words.making)
      })
      request.addEventListener("loadend", () => {
        underway -= 1
        answered(item, request)
        next()
      })
      underway += 1
      say(item, "")
      request.send(data)
    }

    function answered(item, request) {
      let answer = null
      try {
        answer = JSON.parse(request.responseText)
      } catch {
        // A page and not an answer: of a server that has stopped, or the one to sign in at.
        const isGone = request.status === 403 || (request.status === 200 && request.responseText)
        return refuse(item, isGone ? words.gone : words.failure)
      }
      if (answer.twin) {
        item.classList.add("is-twin")
        refuse(item, words.twin.replace("%s", answer.twin.label), answer.twin)
      } else if (answer.error) refuse(item, answer.error)
      else accept(item, answer)
    }

    function accept(item, answer) {
      const near = answer.near[0]
      count.done += 1
      item.querySelector("progress").hidden = true
      item.classList.add("is-taken")
      say(item, near ? words.near.replace("%s", near.label) : words.taken)
      show(item, near ?? answer, answer.thumb)
    }

    function refuse(item, sentence, twin) {
      count.failed += 1
      item.querySelector("progress").hidden = true
      item.classList.add("is-refused")
      say(item, sentence)
      if (twin) show(item, twin, twin.thumb)
      item.querySelector(twin ? "[data-again]" : "[data-retry]").hidden = false
    }

    function show(item, photo, thumb) {
      const image = item.querySelector("img") ?? document.createElement("img")
      image.alt = ""
      image.loading = "lazy"
      image.src = thumb
      item.prepend(image)
      const link = item.querySelector("[data-see]")
      link.href = photo.url
      link.target = "_blank"
      link.textContent = link.dataset.see.replace("%s", photo.label)
      link.hidden = false
    }

    function say(item, sentence) {
      const line = item.querySelector(".said")
      if (line.textContent !== sentence) line.textContent = sentence
    }

    function tell() {
      const sentence = words.count.replace(/%\((\w+)\)s/g, (_all, name) => count[name])
      if (count.all && tally.textContent !== sentence) tally.textContent = sentence
    }

    input.addEventListener("change", () => {
      add([...input.files])
      input.value = ""
    })
    form.addEventListener("submit", (event) => event.preventDefault())
    for (const name of ["dragenter", "dragover"]) {
      drop.addEventListener(name, (event) => {
        event.preventDefault()
        drop.classList.add("is-over")
      })
    }
    for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("is-over"))
    drop.addEventListener("drop", (event) => {
      event.preventDefault()
      add([...event.dataTransfer.files])
    })
    window.addEventListener("beforeunload", (event) => {
      if (underway || waiting.length) event.preventDefault()
    })
  }
}
