"use strict"
// Keeps what is being typed into a story: in this browser at once, at the desk every few seconds. It never saves the story.
{
  const EVERY = 3_000
  const COPY_AFTER = 300
  const LONGEST_WAIT = 30_000
  const PATIENCE = 20_000
  const LARGEST_LAST_WORD = 50_000 // a browser sends no more from a page that is going

  const form = document.querySelector("form[data-autosave-url]")
  const words = document.querySelector("template[data-keeping]")?.content
  if (form && words) watch(form, words)

  function watch(form, words) {
    const { data, note, said, tab, base } = parts(form)
    let opened = text()
    let kept = opened
    let isTouched = false
    let isSending = false
    let isLeaving = false
    let hasCopy = false
    let failures = 0
    let pace = EVERY
    let timer = null
    let copyTimer = null
    let stop = new AbortController()

    function text() {
      return JSON.stringify(keeping.typedIn(form))
    }

    const mine = () => ({ user: data.user, story: data.story || "new", tab: tab.value })

    function say(kind, value = "") {
      const isNews = data.stands !== kind
      data.stands = kind
      const line = words.querySelector(`[data-say="${kind}"]`).cloneNode(true)
      line.firstChild.textContent = line.firstChild.textContent.replace("%s", value)
      note.replaceChildren(line)
      // Not at each save: only when something is otherwise than before.
      if (isNews) said.textContent = line.textContent
    }

    // --- In this browser ---

    function copyNow() {
      clearTimeout(copyTimer)
      copyTimer = null
      const now = text()
      if (now === opened && kept === opened) {
        keeping.remove(mine())
        hasCopy = true
      } else {
        const rest = { at: Date.now(), base: base.value, token: data.token, isKept: now === kept }
        hasCopy = keeping.write({ ...mine(), ...rest, fields: keeping.typedIn(form) })
      }
      data.stored = hasCopy || now === kept ? "1" : ""
      if (!data.stored && failures) say("nowhere")
    }

    function touched() {
      isTouched = true
      data.stored = ""
      if (!data.stands) note.textContent = text() === opened ? "" : note.dataset.unsavedText
      clearTimeout(copyTimer)
      copyTimer = setTimeout(copyNow, COPY_AFTER)
      plan(pace)
    }

    // --- At the desk ---

    function plan(wait) {
      if (!timer && !isSending && !isLeaving) timer = setTimeout(send, wait)
    }

    async function send(more = {}) {
      clearTimeout(timer)
      timer = null
      const now = text()
      if (isSending || isLeaving || now === kept) return
      isSending = true
      try {
        took(await post(keeping.typedIn(form), {}, more), now)
      } catch {
        failed()
      }
      isSending = false
      if (text() !== kept) plan(pace)
    }

    async function post(fields, values, more = {}) {
      const answer = await ask(fields, values, more)
      // A second log-in has made the page's token stale. Nothing else is refused without a sentence.
      const isStale = answer.status === 403 && !isJson(answer)
      return isStale && (await renewed()) ? ask(fields, values, more) : answer
    }

    function ask(fields, values, more) {
      const body = new FormData()
      for (const [name, value] of fields) body.append(name, value)
      const token = form.elements.csrfmiddlewaretoken.value
      const rest = { csrfmiddlewaretoken: token, user: data.user, token: data.token ?? "", ...mine(), base: base.value }
      for (const [name, value] of Object.entries({ ...rest, ...values })) body.append(name, value)
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)])
      return fetch(data.autosaveUrl, { method: "POST", body, headers: { Accept: "application/json" }, signal, ...more })
    }

    async function renewed() {
      const answer = await fetch(data.autosaveUrl, { headers: { Accept: "application/json" }, signal: stop.signal })
      if (!answer.ok || !isJson(answer)) return false
      const { token, user } = await answer.json()
      if (String(user) !== data.user) return false
      for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token
      return true
    }

    async function took(answer, sent) {
      if (answer.status >= 500) return failed()
      failures = 0
      if (!answer.ok) {
        pace = LONGEST_WAIT
        if (answer.status === 401 || !isJson(answer)) return say("signed-out")
        return say("refused", (await answer.json()).error)
      }
      pace = EVERY
      kept = sent
      const told = await answer.json()
      if (told.story && !data.story) moveTo(told)
      if (told.kept) say("kept", told.kept)
      copyNow()
    }

    function failed() {
      if (isLeaving) return
      pace = Math.min(1_000 * 2 ** failures, LONGEST_WAIT)
      failures += 1
      if (!copyTimer) copyNow()
      if (data.stored || copyTimer) say("offline")
    }

    /** The empty form has become a story: from here on this page is that story's. */
    function moveTo(told) {
      keeping.remove(mine())
      data.story = told.story
      data.autosaveUrl = told.autosave
      data.presenceUrl = told.presence
      form.action = told.address
      base.value = told.base
      history.replaceState(history.state, "", told.address)
      form.dispatchEvent(new Event("desk:begun"))
    }

    async function bringBack(copy) {
      copyNow()
      try {
        const values = { tab: copy.tab, base: copy.base, open: "1", ...(copy.token ? { token: copy.token } : {}) }
        const answer = await post(copy.fields, values)
        const told = isJson(answer) ? await answer.json() : {}
        if (!told.open) return told.error ?? words.querySelector("[data-failure]").textContent
        leave()
        location.assign(told.open)
      } catch {
        return words.querySelector("[data-failure]").textContent
      }
    }

    function leave() {
      isLeaving = true
      clearTimeout(timer)
      timer = null
      // What is under way must not arrive after the save it is a part of.
      stop.abort()
      if (isTouched) copyNow()
    }

    function stay() {
      if (!isLeaving) return
      isLeaving = false
      stop = new AbortController()
      plan(EVERY)
    }

    // --- What happens to the page ---

    function settle() {
      if (!isTouched) opened = kept = text()
    }

    function offer() {
      const heading = keeping.offer(form, words, mine(), bringBack)
      if (heading) said.textContent = heading
    }

    form.addEventListener("desk:ready", settle)
    form.addEventListener("desk:offer", offer)
    form.addEventListener("input", touched)
    form.addEventListener("change", touched)
    form.addEventListener("submit", (event) => {
      // What opens beside this page leaves it as it is.
      if (event.defaultPrevented || event.submitter?.formTarget) return
      leave()
      setTimeout(stay, LONGEST_WAIT)
    })
    addEventListener("pageshow", stay)
    addEventListener("load", () => {
      settle()
      offer()
      // A form that came back with a problem holds what may be stored nowhere.
      if (form.querySelector(".problem:not([data-is-stored])")) {
        opened = kept = ""
        touched()
      }
    })
    for (const name of ["online", "focus"]) addEventListener(name, () => isTouched && send())
    document.addEventListener("visibilitychange", () => {
      if (!isTouched) return
      if (document.hidden) copyNow()
      send({ keepalive: document.hidden && text().length < LARGEST_LAST_WORD })
    })
    // From the script that asks before a page is left.
    form.addEventListener("desk:leave", () => copyTimer && copyNow())
    forgetSaved()
  }

  /** What a page needs that has none of its own script to fill it: who it is, and a line for those who listen. */
  function parts(form) {
    const note = form.querySelector("[data-note]")
    const said = document.createElement("span")
    said.className = "visually-hidden"
    said.role = "status"
    note.removeAttribute("role")
    note.after(said)
    const tab = form.elements.namedItem("tab")
    // A new one for each opening of the form, never kept with the tab: after a reload the form shows the story again, and
    // what is typed then is another text than the one from before, which must not be written over.
    tab.value ||= unique()
    return { data: form.dataset, note, said, tab, base: form.elements.namedItem("base") }
  }

  const isJson = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("application/json")

  // `crypto.randomUUID` is there on secure addresses only.
  function unique() {
    const numbers = crypto.getRandomValues(new Uint8Array(16))
    return Array.from(numbers, (number) => number.toString(16).padStart(2, "0")).join("")
  }

  /** The page a save leads to names the page that was saved: its copy has done its work. */
  function forgetSaved() {
    const here = new URL(location.href)
    const saved = here.searchParams.get("saved")
    if (saved) {
      keeping.forget((copy) => copy.tab === saved)
      here.searchParams.delete("saved")
      history.replaceState(history.state, "", here)
    }
    const thrown = document.querySelector("[data-kept-tab] form")
    thrown?.addEventListener("submit", () => {
      const { keptTab } = thrown.closest("[data-kept-tab]").dataset
      keeping.forget((copy) => copy.tab === keptTab)
    })
  }
}
