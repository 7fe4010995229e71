// The editor of a story's text: ProseMirror behind a textarea, with our own toolbar of words.
// Without it, or if its code cannot be loaded, the textarea stays as it is and works.

const source = document.querySelector("textarea[data-editor]")
const tools = document.querySelector(".text-tools")
if (source && tools) start(source, tools)

async function start(source, tools) {
  // By their addresses in the markup, which change with the files.
  const [kit, figures, { Library }] = await Promise.all(
    [source.dataset.editor, source.dataset.figures, source.dataset.library].map((address) => import(address)),
  )
  const form = source.form
  const library = new Library(document.querySelector(".pictures-dialog"))
  const { words } = library
  const verbs = { ...textVerbs, ...figures.figureVerbs(library) }
  const editor = new kit.Editor({
    element: mountAfter(source),
    extensions: [
      ...extensions(kit, source.dataset.placeholder),
      ...figures.figureNodes(kit, { drawn: (key) => library.drawn(key), words }),
    ],
    content: source.value,
    // Its style sheet would be an inline one, which the page's policy forbids; text.css has what it needs.
    injectCSS: false,
    editorProps: {
      ...figures.figurePasting({
        hosts: source.dataset.hosts.split(" "),
        words,
        send: (file) => library.send(file),
        say: (sentence) => {
          document.querySelector("[data-figures-said]").textContent = sentence
        },
        editor: () => editor,
      }),
      attributes: {
        id: source.id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": "label-body",
        spellcheck: "true",
        dir: "auto",
        lang: form.dataset.language,
      },
    },
    onUpdate: ({ editor }) => {
      source.value = editor.isEmpty ? "" : editor.getHTML()
      source.dispatchEvent(new Event("input", { bubbles: true }))
    },
    onTransaction: ({ editor }) => {
      show(editor)
    },
  })

  // The id, and with it the label and the links to this field, now belong to what one types in.
  source.id += "-source"
  source.hidden = true
  tools.hidden = false
  wireTools(editor)
  show(editor)
  form.dispatchEvent(new Event("desk:ready"))

  function show(editor) {
    for (const button of tools.querySelectorAll("[data-do]")) {
      const verb = verbs[button.dataset.do]
      if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", Boolean(verb.isOn?.(editor)))
      button.setAttribute("aria-disabled", !(verb.can?.(editor) ?? true))
    }
    for (const group of tools.querySelectorAll("[data-for]")) {
      group.hidden = !group.dataset.for.split(" ").some((name) => editor.isActive(name))
    }
    countWords(editor)
  }

  function wireTools(editor) {
    const buttons = [...tools.querySelectorAll("button")]
    buttons.forEach((button, place) => {
      button.tabIndex = place ? -1 : 0
      button.addEventListener("click", () => {
        verbs[button.dataset.do].press(editor)
      })
    })
    // A press by hand leaves the caret where it is.
    tools.addEventListener("mousedown", (event) => {
      event.preventDefault()
    })
    // One stop for the Tab key; the arrows move inside.
    tools.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step) return
      const shown = buttons.filter((button) => !button.closest("[hidden]"))
      const here = shown.indexOf(document.activeElement)
      const next = shown[(here + step + shown.length) % shown.length]
      for (const button of buttons) button.tabIndex = button === next ? 0 : -1
      next.focus()
      event.preventDefault()
    })
  }
}

function mountAfter(source) {
  const place = document.createElement("div")
  source.after(place)
  return place
}

function extensions(kit, placeholder) {
  return [
    kit.Paragraph,
    kit.Text,
    kit.HardBreak,
    kit.Bold,
    kit.Italic,
    kit.Heading.configure({ levels: [2, 3] }),
    kit.BulletList,
    kit.OrderedList.configure({ enableListAttributes: false }),
    kit.ListItem,
    kit.Blockquote,
    kit.HorizontalRule,
    kit.Link.configure({ enableTarget: false, autolink: false, defaultProtocol: "https" }),
    kit.History,
    kit.Dropcursor,
    kit.Gapcursor,
    kit.Placeholder.configure({ placeholder }),
  ]
}

const mark = (name) => ({
  press: (editor) => editor.chain().focus().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
})

const heading = (level) => ({
  press: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive("heading", { level }),
})

const wrapping = (name, command) => ({
  press: (editor) => editor.chain().focus()[command]().run(),
  isOn: (editor) => editor.isActive(name),
})

const textVerbs = {
  "heading-2": heading(2),
  "heading-3": heading(3),
  bold: mark("bold"),
  italic: mark("italic"),
  blockquote: wrapping("blockquote", "toggleBlockquote"),
  bulletList: wrapping("bulletList", "toggleBulletList"),
  orderedList: wrapping("orderedList", "toggleOrderedList"),
  horizontalRule: { press: (editor) => editor.chain().focus().setHorizontalRule().run() },
  undo: { press: (editor) => editor.commands.undo(), can: (editor) => editor.can().undo() },
  redo: { press: (editor) => editor.commands.redo(), can: (editor) => editor.can().redo() },
  link: {
    press: askForLink,
    isOn: (editor) => editor.isActive("link"),
    can: (editor) => !editor.state.selection.empty || editor.isActive("link"),
  },
}

function askForLink(editor) {
  if (!textVerbs.link.can(editor)) return editor.commands.focus()
  const dialog = document.querySelector(".link-dialog:not(.pictures-dialog)")
  const address = dialog.querySelector("input")
  address.value = editor.getAttributes("link").href || ""
  dialog.addEventListener(
    "close",
    () => {
      const href = completed(address.value)
      const link = editor.chain().focus().extendMarkRange("link")
      if (dialog.returnValue === "unset" || (dialog.returnValue === "set" && !href)) link.unsetLink().run()
      else if (dialog.returnValue === "set") link.setLink({ href }).run()
      else editor.commands.focus()
    },
    { once: true },
  )
  dialog.returnValue = "cancel"
  dialog.showModal()
  address.select()
}

// “example.org” means the site, not a file of ours.
function completed(address) {
  const text = address.trim()
  return !text || /^([a-z][a-z0-9+.-]*:|\/|#)/i.test(text) ? text : `https://${text}`
}

function countWords(editor) {
  const place = document.querySelector("[data-words]")
  const text = editor.getText({ blockSeparator: " " })
  const segments = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)]
  const words = segments.filter((segment) => segment.isWordLike).length
  const minutes = Math.max(1, Math.round(words / 230))
  place.textContent = words ? place.dataset.one.replace("%s", words).replace("%m", minutes) : ""
}
