"use strict"
// Choosing rows of a list: all at once by the box in the head, a range with Shift, and how many they are.
{
  const all = document.getElementById("action-toggle")
  const rows = [...document.querySelectorAll("input.action-select")]
  const counter = document.querySelector(".action-counter")
  let last = null

  const count = () => {
    const chosen = rows.filter((row) => row.checked).length
    if (counter) counter.textContent = counter.dataset.one.replace("%s", chosen)
    if (all) {
      all.checked = chosen > 0 && chosen === rows.length
      all.indeterminate = chosen > 0 && chosen < rows.length
    }
  }

  const choose = (event) => {
    const row = event.currentTarget
    if (event.shiftKey && last && last !== row) {
      const [from, to] = [rows.indexOf(last), rows.indexOf(row)].sort((a, b) => a - b)
      for (const between of rows.slice(from, to + 1)) between.checked = row.checked
    }
    last = row
    count()
  }

  if (rows.length) {
    for (const row of rows) row.addEventListener("click", choose)
    all?.addEventListener("click", () => {
      for (const row of rows) row.checked = all.checked
      count()
    })
    // The back button brings chosen rows back.
    addEventListener("pageshow", count)
  }
}
