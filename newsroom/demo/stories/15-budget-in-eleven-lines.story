+++
kicker = "Explained"
headline = "The town’s budget in eleven lines"
standfirst = "What the council means to spend next year, what it will cost a household, and the three things that were cut to get there."
section = "town"
authors = ["jonah-brandt", "maud-okafor", "ines-haldane"]
tags = ["town council", "library", "flood defences", "schools"]
comments = "closed"
published = "9 days 6 hours ago"
+++
<p>Saltmarsh Town Council has published its draft budget. It runs to 74 pages, of which four are blank. This is what is in the other seventy.</p>
<h2>The lines</h2>
<ol><li>The council means to spend <strong>£3.94m</strong>, up from £3.71m.</li><li>£1.62m of that is people: 41 full-time posts, one fewer than now.</li><li>£610,000 goes on parks, the bandstand, the allotments and the cemetery.</li><li>£485,000 on the library, which will open on Mondays again.</li><li>£410,000 is set aside for the quay wall, and will be spent only if the county finds the rest.</li><li>£290,000 on repairs to buildings, a third of it the town hall roof.</li><li>£168,000 on the market, which brings in £201,000.</li><li>£140,000 on interest.</li><li>£95,000 on grants to clubs, from £120,000.</li><li>£72,000 on the election.</li><li>£50,000 on things nobody has thought of yet.</li></ol>
<p>A household in band D would pay £241.60, which is £11.20 more, or 22p a week.</p>
<h2>What was cut</h2>
<p>The three largest cuts are the grants, the hanging baskets and the night warden at the bus station. The first drew 214 objections, the second 390. The third drew none, and is the one we would worry about.</p>
<blockquote><p>You find out what people love by proposing to stop watering it.</p></blockquote>
<p>That was the treasurer, Cllr Odile Marchmont, who has restored half of the baskets.</p>
<h2>How to object</h2>
<p>In writing, by the end of the month, to the clerk, who reads everything. The documents are on <a href="https://example.org/budget/draft">the council’s site</a>. The council votes at its next full meeting, after the item on dogs.</p>
