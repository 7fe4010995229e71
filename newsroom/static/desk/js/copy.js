"use strict"
// A button that copies the field it stands beside. Without this file the address is in the field, to be marked by hand.
{
  const copied = async (field) => {
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
      return true
    } catch {
      // Not a secure address, or not allowed: the old way asks nobody.
      return document.execCommand("copy")
    }
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    const spoken = document.createElement("span")
    spoken.className = "copied"
    spoken.setAttribute("role", "status")
    button.after(spoken)
    button.hidden = false
    button.addEventListener("click", async () => {
      const isDone = await copied(document.getElementById(button.dataset.copy))
      spoken.textContent = isDone ? button.dataset.done : ""
      button.focus()
    })
  }
}
