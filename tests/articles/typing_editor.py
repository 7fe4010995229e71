"""An editor who types into one story, saves, meets a colleague there, and chooses; and who remembers every word they sent."""

import random
import re
import threading
import uuid
from collections import Counter
from urllib.parse import urlsplit

PARAGRAPHS = 12
#: Further paragraphs than this are taken out again, so that the story stays one.
MOST = 20
BODY = "".join(
    f"<p>Paragraph {number} as it was on the day it was begun.</p>" for number in range(PARAGRAPHS)
)
TOKEN = re.compile(r"\b(?:ana|tom)\d{4}x\b")
SENTENCES = ("The harbour was quiet.", "Nobody had seen the lamp.", "It rained.", "The council met at nine.")
SETTLED, AGAIN = 302, 200


class TypingEditor(threading.Thread):
    """Saves so many times. ``sent`` has every word that was answered by a save, ``counts`` what came of it."""

    def __init__(self, browser, name, side, story, saves, seed):
        super().__init__(name=name, daemon=True)
        self.browser = browser.log_in(name)
        self.side, self.saves = side, saves
        self.page = f"/admin/articles/article/{story}/change/"
        self.autosave = f"/admin/articles/article/{story}/autosave/"
        self.chance = random.Random(f"{name} {seed}")  # noqa: S311 - no secret
        self.sent, self.kept, self.counts = [], [], Counter()
        #: Answers nobody should get, what came out of choices (keys of versions set aside), and what ended the thread.
        self.strange, self.settled, self.fault = [], set(), None
        self.older, self.last = [], None

    def run(self):
        try:
            for number in range(self.saves):
                self.save(f"{self.name}{number:04d}x")
        except Exception as fault:
            self.fault = fault
            raise

    def save(self, token):
        form = self.browser.get(self.page).form("story-form")
        if self.chance.random() < 0.1 and self.older:
            # A page that has stood open for some time.
            form = self.chance.choice(self.older)
            self.counts["on an old page"] += 1
        self.older = [*self.older[-9:], form]
        fields = self.type(form, token) | {"_save": ""}
        if self.chance.random() < 0.25:
            fields["tab"] = str(uuid.uuid4())
            self.keep(form.typed(**fields), token)
        self.press(form.typed(**fields), token)
        if self.chance.random() < 0.08:
            # Back, and the same button once more.
            self.counts["sent twice"] += 1
            self.press(self.last, token)

    def type(self, form, token):
        """One change, which has the token in it."""
        paragraphs = re.findall(r"<p>(.*?)</p>", form["body"], re.DOTALL)
        words = f"{self.name} typed {token}. {self.chance.choice(SENTENCES)}"
        where = self.chance.random()
        if where < 0.08:
            return {self.chance.choice(("headline", "standfirst")): words}
        if where < 0.16 and len(paragraphs) < MOST:
            paragraphs.insert(self.chance.randrange(len(paragraphs) + 1), words)
        else:
            own = [number for number in range(len(paragraphs)) if number % 4 == self.side]
            anywhere = self.chance.random() < 0.35
            number = (
                self.chance.randrange(len(paragraphs)) if anywhere or not own else self.chance.choice(own)
            )
            paragraphs[number] = words
            if len(paragraphs) > PARAGRAPHS:
                del paragraphs[(number + 1) % len(paragraphs)]
        return {"body": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}

    def keep(self, pairs, token):
        answer = self.browser.post(self.autosave, pairs, Accept="application/json")
        self.expect(answer, (200,))
        if answer.status == 200:
            self.kept.append(token)

    def press(self, pairs, token):
        self.last = pairs
        self.counts["saves"] += 1
        answer = self.browser.post(self.page, pairs)
        self.expect(answer, (302, 409))
        if answer.status in (302, 409):
            self.sent.append(token)
        if answer.status == 409:
            self.counts["clashes"] += 1
            self.choose(answer.form("settle"))

    def choose(self, form):
        """Half of the time at each clash; else the text stays where it was set aside."""
        if self.chance.random() < 0.5:
            self.counts["left aside"] += 1
            return
        for _attempt in range(3):
            choices = {name: self.chance.choice(offered) for name, offered in form.radios.items()}
            answer = self.browser.post(form.action, form.typed(**choices))
            self.expect(answer, (SETTLED, AGAIN))
            if answer.status == SETTLED:
                self.counts["settled"] += 1
                self.settled.add(int(urlsplit(form.action).path.split("/")[-2]))
                return
            self.counts["asked again"] += 1
            form = answer.form("settle")

    def expect(self, answer, statuses):
        if answer.status not in statuses:
            self.strange.append(f"{answer.status} {answer.path}: {answer.text[:500]}")
