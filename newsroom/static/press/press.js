// A film comes into the page when a reader asks for it; until then nobody else hears of the visit.
for (const button of document.querySelectorAll("[data-frame]")) {
  const told = button.nextElementSibling;
  button.hidden = told.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.title = button.dataset.title;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    // The page says nothing of itself to others, and YouTube plays nothing for nobody.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = button.dataset.frame;
    button.closest("figure").prepend(frame);
    button.remove();
    told.remove();
    frame.focus();
  });
}

// Comforts for the comment form. Without this file the form does all it must.
(() => {
  const KEPT_NAME = "comment-name";
  // Storage may be full, forbidden or absent; the form works without it.
  const store = {
    get(key) { try { return localStorage.getItem(key) } catch { return null } },
    set(key, value) { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key) } catch {} },
  };

  // A draft goes only when a page says that its comment has arrived.
  const receipt = document.querySelector("[data-received]");
  if (receipt) store.set(`draft-${receipt.dataset.received}`, "");

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const { text, name, token } = form.elements;
  const draft = `draft-${form.dataset.draft}`;
  const sent = `sent-${form.dataset.draft}`;

  // What the server sent back is newer than any draft.
  if (!text.value) text.value = store.get(draft) ?? "";
  if (!name.value) name.value = store.get(KEPT_NAME) ?? "";

  const keep = () => {
    store.set(draft, text.value);
    store.set(KEPT_NAME, name.value);
  };

  // Characters as the server counts them: code points, a line break as one.
  const count = text.closest(".field").querySelector(".count");
  const limit = Number(text.dataset.limit);
  const spoken = document.createElement("p");
  spoken.className = "unseen";
  spoken.setAttribute("role", "status");
  count?.after(spoken);
  const show = () => {
    if (!count || !limit) return;
    const left = limit - [...text.value.replaceAll("\r\n", "\n")].length;
    const { one, many, overOne, over } = count.dataset;
    const words = left < 0 ? (left === -1 ? overOne : over) : left === 1 ? one : many;
    count.textContent = words.replace("{n}", Math.abs(left).toLocaleString(document.querySelector(".sheet")?.lang || undefined));
    count.classList.toggle("over", left < 0);
    count.hidden = false;
  };

  let pause;
  form.addEventListener("input", () => {
    show();
    clearTimeout(pause);
    pause = setTimeout(() => {
      keep();
      // Spoken only when it begins to matter, and only when the hand rests.
      if (count && limit - text.value.length < limit / 5) spoken.textContent = count.textContent;
    }, 900);
  });
  addEventListener("pagehide", keep);
  show();

  // One press is one comment: the same form sent twice carries the same token.
  form.addEventListener("submit", () => {
    keep();
    store.set(sent, text.value);
    if (!token.value && globalThis.crypto?.randomUUID) token.value = crypto.randomUUID();
  });
  // Coming back to the form begins a new comment; words that have arrived are not offered again.
  addEventListener("pageshow", (event) => {
    const [arrival] = performance.getEntriesByType("navigation");
    if (!event.persisted && arrival?.type !== "back_forward") return;
    token.value = "";
    if (store.get(draft) === null && text.value === store.get(sent)) text.value = "";
    show();
  });
})();
