"use strict"
// The schedule button says for when; while no time is given it is not there, and while one is, it is the likeliest.
{
  const box = document.querySelector("[data-schedule]")
  const time = box?.querySelector("input")
  const button = (...names) => document.querySelector(names.map((name) => `.submit-row [name=${name}]`).join())
  const schedule = button("_schedule", "_schedule_update")
  const now = button("_publish", "_update")
  const keeps = document.querySelector(".submit-row [name=_save].primary")

  const inWords = (value) => {
    const [day, clock] = value.split("T")
    // The words of a date do not depend on the zone as long as it is read and written in the same one.
    const date = new Date(`${day}T00:00:00Z`)
    const words = new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
      year: date.getUTCFullYear() === new Date().getFullYear() ? undefined : "numeric",
    })
    return `${words.format(date)} ${clock.slice(0, 5)}`.replace(",", "")
  }

  const follow = () => {
    const isOther = Boolean(time.value) && time.value !== box.dataset.stands
    // A scheduled story shows its time: only another one is worth a button. An update may be given newer words for the same.
    schedule.hidden = keeps ? !isOther : !time.value
    if (time.value) schedule.textContent = box.dataset.label.replace("%s", inWords(time.value))
    if (keeps) return
    schedule.classList.toggle("primary", isOther)
    now?.classList.toggle("primary", !isOther)
  }

  if (time && schedule) {
    time.addEventListener("input", follow)
    follow()
  }
}
