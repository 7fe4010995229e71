"use strict"
// The browser's own copy of what is typed into a story: there before any server answers, and over a log-in that expires, a lid
// that closes, a server that is gone. One copy for each page that typed, so that no page ever writes over another's.
{
  const PREFIX = "desk.kept."
  const MOST_STORIES = 20
  const MOST_CHARACTERS = 2_000_000 // of two bytes each
  const PICKED = ["lead_photo", "bylines", "tags"]
  const COLUMNS = ["kicker", "headline", "standfirst", "body", "language", "section", "comment_mode", "slug"]
  const NAMES = [...COLUMNS, ...PICKED]

  const nameOf = (copy) => `${PREFIX}${copy.user}.${copy.story}.${copy.tab}`
  const field = (name) => name.replace(/_typed$/, "")

  /** Every copy there is, the newest first. What is no copy of ours any more is taken away. */
  function all() {
    const found = []
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      try {
        const text = localStorage.getItem(key)
        const copy = JSON.parse(text)
        if (nameOf(copy) !== key || !Array.isArray(copy.fields)) throw new SyntaxError(key)
        found.push({ key, copy, size: text.length })
      } catch {
        localStorage.removeItem(key)
      }
    }
    return found.sort((one, other) => other.copy.at - one.copy.at)
  }

  /** Make room: the oldest go first, but never the one with this key. */
  function prune(key, size) {
    const stories = new Set()
    let total = size
    for (const entry of all()) {
      if (entry.key === key) continue
      total += entry.size
      stories.add(`${entry.copy.user}.${entry.copy.story}`)
      if (total > MOST_CHARACTERS || stories.size >= MOST_STORIES) localStorage.removeItem(entry.key)
    }
  }

  /** Keep a copy; whether there was room. Private windows and full disks have none. */
  function write(copy) {
    const [key, text] = [nameOf(copy), JSON.stringify(copy)]
    try {
      prune(key, text.length)
      localStorage.setItem(key, text)
      return true
    } catch {
      return retry(key, text)
    }
  }

  function retry(key, text) {
    try {
      for (const entry of all().reverse()) {
        if (entry.key === key) continue
        localStorage.removeItem(entry.key)
        try {
          localStorage.setItem(key, text)
          return true
        } catch {
          continue
        }
      }
    } catch {
      // No storage at all.
    }
    return false
  }

  function remove(copy) {
    forget((other) => nameOf(other) === nameOf(copy))
  }

  function forget(isMeant) {
    try {
      for (const { key, copy } of all()) if (isMeant(copy)) localStorage.removeItem(key)
    } catch {
      // No storage, so nothing to forget.
    }
  }

  function of(user, story) {
    try {
      return all()
        .map((entry) => entry.copy)
        .filter((copy) => copy.user === user && copy.story === story)
    } catch {
      return []
    }
  }

  /** What stands in the fields of a story form, as pairs of names and values. */
  function typedIn(form) {
    return [...new FormData(form)].filter(
      ([name, value]) => NAMES.includes(field(name)) && (field(name) === name || value.trim()),
    )
  }

  // The server and the editor write the same text with other spaces and attributes.
  function parsed(markup) {
    const { body } = new DOMParser().parseFromString(markup, "text/html")
    for (const link of body.querySelectorAll("a")) for (const name of ["rel", "target"]) link.removeAttribute(name)
    for (const block of body.querySelectorAll("p")) if (!block.textContent.trim()) block.remove()
    body.normalize()
    for (const node of [...body.childNodes]) if (node.nodeType === Node.TEXT_NODE && !node.data.trim()) node.remove()
    return body
  }

  const valueOf = (fields, name) =>
    fields
      .filter(([other]) => field(other) === name)
      .map(([, value]) => value.replace(/\s+/g, " ").trim())
      .join("\n")

  const isSame = (name, one, other) => one === other || (name === "body" && parsed(one).isEqualNode(parsed(other)))

  /** The names of the fields in which a copy differs from what the form shows. */
  function differing(form, fields) {
    const shown = typedIn(form)
    const isThere = (name) => PICKED.includes(name) || form.elements.namedItem(name)
    return NAMES.filter((name) => isThere(name) && !isSame(name, valueOf(shown, name), valueOf(fields, name)))
  }

  const labelOf = (form, name) =>
    form.querySelector(`.field-${name} :is(label, .label)`)?.firstChild.textContent.trim() || name

  function moment(at) {
    const isToday = new Date(at).toDateString() === new Date().toDateString()
    const day = isToday ? {} : { weekday: "short", day: "numeric", month: "short" }
    const parts = { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
    return new Intl.DateTimeFormat(document.documentElement.lang || undefined, parts).format(new Date(at))
  }

  /** Ask what to do with a copy; `bringBack` returns a sentence if it could not, and leaves the page if it could. */
  function ask(form, words, copy, names, bringBack) {
    const bar = words.querySelector("[data-offer]").cloneNode(true)
    const title = bar.querySelector("h2")
    title.textContent = title.textContent.replace("%s", moment(copy.at))
    bar.querySelector("[data-names]").textContent = names.map((name) => labelOf(form, name)).join(", ")
    const failed = bar.querySelector("[data-failed]")
    bar.querySelector("[data-bring]").addEventListener("click", async () => {
      failed.textContent = ""
      failed.textContent = (await bringBack(copy)) ?? ""
    })
    bar.querySelector("[data-throw]").addEventListener("click", () => {
      remove(copy)
      bar.remove()
      form.dispatchEvent(new Event("desk:offer"))
    })
    form.before(bar)
    return title.textContent
  }

  /** Offer the newest copy of another page that the form does not show. Returns what was said, if anything. */
  function offer(form, words, mine, bringBack) {
    const others = of(mine.user, mine.story).filter((copy) => copy.tab !== mine.tab)
    // An empty form that was saved before it had a story of its own.
    const begun = mine.story === "new" ? [] : of(mine.user, "new")
    for (const copy of begun) if (!differing(form, copy.fields).length) remove(copy)
    const found = others.map((copy) => ({ copy, names: differing(form, copy.fields) }))
    for (const { copy, names } of found) if (!names.length) remove(copy)
    const server = document.querySelector("[data-kept-tab]")
    const isOffered = (copy) => server?.dataset.keptTab === copy.tab
    const next = found.find(({ copy, names }) => names.length && !(isOffered(copy) && copy.isKept))
    if (next) {
      // What the server kept of this page is older.
      if (isOffered(next.copy)) server.remove()
      return ask(form, words, next.copy, next.names, bringBack)
    }
    return ""
  }

  window.keeping = { forget, offer, remove, typedIn, write }
}
