+++
kicker = "Night"
headline = "Forty street lamps stand between Saltmarsh and the stars"
standfirst = "The sea wall is dark enough to be a sky reserve. The car park beside it is not."
section = "marsh"
authors = ["ada-thistlewood"]
tags = ["dark skies", "walks"]
photo = "night"
published = "16 days 7 hours ago"
+++
<p>On a clear night, from the hut on the sea wall, you can see about three thousand stars and the sign of the Harbour Fryer. The Saltmarsh Astronomical Society would like to be rid of one of these.</p>
<p>The society has measured the sky from eleven places over two years. At six of them, all seaward of the old railway, it is as dark as in the national parks, and dark enough to apply for the status of a sky reserve, which has brought neighbouring Marram 4,000 visitors a year out of season. What stands in the way is a matter of forty lamps: twenty-six in the quay car park, nine on Sluice Lane, four at the football ground and one, on a pole, for which no owner can be found.</p>
<h2>Not off, but down</h2>
<p>“Nobody is asking for darkness,” said Imran Sadiq, the society’s secretary, who is an optician. “We are asking for lamps that shine on the ground. At present a third of the electricity goes to Pikesey, and a third goes to Andromeda.”</p>
<p>Shields for all forty would cost £6,200 and save £1,900 a year. The football club has agreed, except on match nights. The Harbour Fryer is thinking about it.</p>
<h2>When to look</h2>
<p>The hut is open to visitors on the Saturday nearest each new moon from an hour after sunset. Dress for twice as long as you mean to stay. Children are given a red torch and the first turn. Mr Sadiq’s advice for those who come without a telescope is to lie down.</p>
