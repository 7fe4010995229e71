"use strict"
// The frame of every page. Menus are <details>: one closes when another opens, when Escape is pressed, and when one clicks elsewhere.
{
  const open = () => document.querySelectorAll("details.menu[open]")

  document.addEventListener("click", (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false
  })

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    for (const menu of open()) {
      menu.open = false
      menu.querySelector("summary").focus()
    }
  })

  // On a phone the line of departments and the tabs are longer than the screen: where one is comes into view.
  for (const here of document.querySelectorAll(".tabs [aria-current], #departments [aria-current]")) {
    const line = here.closest("ul")
    line.scrollLeft = here.offsetLeft - (line.clientWidth - here.clientWidth) / 2
  }
}
