"use strict"
// The schedule button says for when; while no time is given it is not there, and while one is, it is the likeliest.
{
  const box = document.querySelector("[data-schedule]")
  const time = box?.querySelector("input")
  const schedule = document.querySelector(".submit-row [name=_schedule]")
  const publish = document.querySelector(".submit-row [name=_publish]")
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
    // A scheduled story shows its time: only another one is worth a button.
    const isGiven = Boolean(time.value) && !(keeps && time.value === time.defaultValue)
    schedule.hidden = !isGiven
    if (isGiven) schedule.textContent = box.dataset.label.replace("%s", inWords(time.value))
    if (keeps) return
    schedule.classList.toggle("primary", isGiven)
    publish?.classList.toggle("primary", !isGiven)
  }

  if (time && schedule) {
    time.addEventListener("input", follow)
    follow()
  }
}
