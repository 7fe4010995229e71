+++
kicker = "Open days"
headline = "Pikesey Point light to open its door, and its 137 steps"
standfirst = "The last keeper left in 1994 and forgot his kettle. It is still there, and it still works."
section = "culture"
authors = ["samira-haddad"]
tags = ["Pikesey", "walks"]
photo = "lighthouse"
state = "scheduled"
published = "in 3 days 2 hours"
+++
<p>The lighthouse at Pikesey Point will be open to visitors on four weekends, for the first time since it was made automatic in 1994.</p>
<p>Groups of eight will be taken up the 137 steps to the lamp room, where the lens, made in 1871 and turned by a motor no larger than a loaf, throws its two white flashes seventeen miles out to sea. The keeper’s kitchen is as he left it, with a calendar, a chart of knots and a copper kettle that is not to be touched and always is.</p>
<p>“People ask if it was lonely,” said Aled Marsh, the keeper’s son, who will lead the tours and whose comedy opens at the Lantern later in the year. “There were five of us in two rooms. We prayed for lonely.”</p>
<p>Tickets are free and must be booked at the <a href="/tag/library/">library</a>. Children must be a metre tall. The lamp will not be lit in daylight, whatever anyone’s grandfather says.</p>
