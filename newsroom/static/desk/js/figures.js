// What a story's text holds besides words: pictures of the library, galleries, pull quotes, tables, what comes from elsewhere.
// The nodes write what articles/markup.py lets stand; a picture is known by its key alone, and its file by the library.

/** The editor's nodes. `drawn(key)` promises `{ thumb, text }` of a picture; `words` are the sentences of the desk. */
export function figureNodes(kit, { drawn, words }) {
  const attribute = (name, fallback = "") => ({
    default: fallback,
    parseHTML: (element) => element.getAttribute(name) ?? fallback,
    renderHTML: () => ({}),
  })
  const caption = (element) => element.querySelector("figcaption") ?? document.createElement("figcaption")

  const Picture = kit.Node.create({
    name: "picture",
    group: "figure",
    content: "inline*",
    isolating: true,
    defining: true,
    draggable: true,
    addAttributes: () => ({ photo: attribute("data-photo"), place: attribute("data-place") }),
    parseHTML: () => [{ tag: "figure[data-photo]", contentElement: caption }],
    renderHTML: ({ node: { attrs } }) => [
      "figure",
      { "data-photo": attrs.photo, ...(attrs.place ? { "data-place": attrs.place } : {}) },
      ["figcaption", 0],
    ],
    addNodeView: () => (view) => new PictureView(view, drawn, words),
    addKeyboardShortcuts() {
      return { Enter: () => leave(this.editor, ["picture", "embed"]) }
    },
  })

  const Gallery = kit.Node.create({
    name: "gallery",
    group: "figure",
    content: "picture+",
    isolating: true,
    parseHTML: () => [{ tag: "figure[data-gallery]" }],
    renderHTML: () => ["figure", { "data-gallery": "" }, 0],
  })

  const Embed = kit.Node.create({
    name: "embed",
    group: "figure",
    content: "inline*",
    isolating: true,
    defining: true,
    draggable: true,
    addAttributes: () => ({ address: attribute("data-embed") }),
    parseHTML: () => [{ tag: "figure[data-embed]", contentElement: caption }],
    renderHTML: ({ node }) => ["figure", { "data-embed": node.attrs.address }, ["figcaption", 0]],
    addNodeView: () => (view) => new EmbedView(view, words),
  })

  const Pull = kit.Node.create({
    name: "pull",
    group: "block",
    content: "paragraph+",
    defining: true,
    parseHTML: () => [{ tag: "blockquote[data-pull]", priority: 60 }],
    renderHTML: () => ["blockquote", { "data-pull": "" }, 0],
  })

  const table = kit.Table.extend({ group: "figure", renderHTML: () => ["table", ["tbody", 0]] })
  return [
    kit.Document.extend({ content: "(block | figure)+" }),
    Picture,
    Gallery,
    Embed,
    Pull,
    table.configure({ resizable: false, View: null }),
    kit.TableRow,
    kit.TableHeader.extend({ content: "paragraph+", renderHTML: () => ["th", 0] }),
    kit.TableCell.extend({ content: "paragraph+", renderHTML: () => ["td", 0] }),
  ]
}

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

class FigureView {
  constructor({ node }, kind, caption) {
    this.node = node
    this.still = make("div", { contenteditable: "false", class: "still" })
    this.contentDOM = make("figcaption", { "data-hint": caption })
    this.dom = make("figure", { class: kind }, this.still, this.contentDOM)
    this.draw()
  }

  update(node) {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    return true
  }

  ignoreMutation(mutation) {
    if (mutation.type === "attributes") return true
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target)
  }
}

class PictureView extends FigureView {
  constructor(view, drawn, words) {
    super(view, "picture", words.caption)
    this.drawn = drawn
    this.words = words
    this.draw()
  }

  async draw() {
    const { photo, place } = this.node.attrs
    this.dom.dataset.place = place
    this.contentDOM.classList.toggle("is-empty", !this.node.content.size)
    if (!this.drawn || this.shown === photo) return
    this.shown = photo
    this.still.replaceChildren(`№ ${photo}`)
    const found = await this.drawn(photo)
    if (this.shown !== photo) return
    if (!found) this.still.replaceChildren(`№ ${photo}: ${this.words.gone}`)
    else if (found.thumb) this.still.replaceChildren(make("img", { src: found.thumb, alt: found.text }))
    else this.still.replaceChildren(found.text)
  }
}

class EmbedView extends FigureView {
  constructor(view, words) {
    super(view, "embed", words.caption)
  }

  draw() {
    this.contentDOM.classList.toggle("is-empty", !this.node.content.size)
    this.still.replaceChildren(this.node.attrs.address.replace(/^https:\/\/(www\.)?/, ""))
  }
}

/** From a caption into the paragraph behind its figure, which is made if there is none to write in. */
function leave(editor, names) {
  const { $from } = editor.state.selection
  if (!names.includes($from.parent.type.name)) return false
  const after = $from.after(1)
  const next = editor.state.doc.nodeAt(after)
  const chain = editor.chain()
  if (!next?.isTextblock || next.content.size) chain.insertContentAt(after, { type: "paragraph" })
  return chain.setTextSelection(after + 1).focus().run()
}

/** Put figures where one writes: in place of an empty paragraph, else behind the block. The caret goes into the first caption. */
export function insert(editor, content) {
  const { doc, selection } = editor.state
  const { $from } = selection
  const isEmpty = $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size
  const to = $from.depth ? $from.after(1) : selection.to
  const from = isEmpty ? $from.before(1) : to
  const blocks = [content, ...(to === doc.content.size ? [{ type: "paragraph" }] : [])]
  const inside = content.type === "gallery" ? 2 : 1
  editor
    .chain()
    .insertContentAt({ from, to }, blocks)
    .setTextSelection(from + inside)
    .focus()
    .scrollIntoView()
    .run()
}

export const pictureNode = (key) => ({ type: "picture", attrs: { photo: String(key), place: "" } })

function insertPictures(editor, keys) {
  const pictures = keys.map(pictureNode)
  if (pictures.length > 1) insert(editor, { type: "gallery", content: pictures })
  else if (pictures.length) insert(editor, pictures[0])
  else editor.commands.focus()
}

const placed = (place) => ({
  press: (editor) => editor.chain().focus().updateAttributes("picture", { place }).run(),
  isOn: (editor) => editor.isActive("picture", { place }),
})

const inTable = (command) => ({ press: (editor) => editor.chain().focus()[command]().run() })

/** What the buttons of the toolbar do. `picker.ask(many)` promises the keys that were chosen. */
export function figureVerbs(picker) {
  return {
    picture: { press: async (editor) => insertPictures(editor, await picker.ask(false)) },
    gallery: { press: async (editor) => insertPictures(editor, await picker.ask(true)) },
    pull: {
      press: (editor) => editor.chain().focus().toggleWrap("pull").run(),
      isOn: (editor) => editor.isActive("pull"),
    },
    table: {
      press: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      isOn: (editor) => editor.isActive("table"),
      can: (editor) => !editor.isActive("table"),
    },
    "place-column": placed(""),
    "place-start": placed("start"),
    "place-end": placed("end"),
    "place-wide": placed("wide"),
    "remove-figure": { press: removeFigure },
    "row-add": inTable("addRowAfter"),
    "row-remove": inTable("deleteRow"),
    "column-add": inTable("addColumnAfter"),
    "column-remove": inTable("deleteColumn"),
    "table-remove": inTable("deleteTable"),
  }
}

/** The picture or the embed the caret is in; the last one of a gallery takes the gallery along. */
function removeFigure(editor) {
  const { $from } = editor.state.selection
  let depth = $from.depth || 1
  const selected = editor.state.selection.node
  if (selected) return editor.chain().focus().deleteSelection().run()
  if (depth > 1 && $from.node(depth - 1).childCount === 1) depth -= 1
  const range = { from: $from.before(depth), to: $from.after(depth) }
  return editor.chain().focus().deleteRange(range).run()
}

/** What is pasted and dropped: files go into the library, an address alone becomes what it shows, pictures of others go. */
export function figurePasting({ hosts, words, send, say, editor }) {
  const images = (data) => [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"))

  async function take(files) {
    for (const file of files) {
      say(words.sending)
      const answer = await send(file)
      say(answer.error ?? words.sent)
      if (answer.key) insert(editor(), pictureNode(answer.key))
    }
  }

  return {
    handlePaste(view, event) {
      const { clipboardData } = event
      const html = clipboardData.getData("text/html")
      const text = clipboardData.getData("text/plain").trim()
      const files = images(clipboardData)
      if (files.length && !text) {
        take(files)
        return true
      }
      const { $from } = view.state.selection
      if ($from.depth === 1 && !$from.parent.content.size && isOf(hosts, text)) {
        insert(editor(), { type: "embed", attrs: { address: text } })
        return true
      }
      if (/<img\b/i.test(html)) say(words.dropped)
      return false
    },
    handleDrop(view, event, _slice, isMoved) {
      const files = images(event.dataTransfer)
      if (isMoved || !files.length) return false
      event.preventDefault()
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
      if (place) editor().commands.setTextSelection(place.pos)
      take(files)
      return true
    },
  }
}

function isOf(hosts, text) {
  if (!/^https?:\/\/\S+$/.test(text)) return false
  try {
    return hosts.includes(new URL(text).hostname.replace(/^www\./, ""))
  } catch {
    return false
  }
}
