+++
kicker = "Theatre"
headline = "The Lantern is bought by the people who sit in it"
standfirst = "1,206 members raised £387,000 in eleven weeks. The ghost light has burned since the last company left, and now it may stay."
section = "culture"
authors = ["samira-haddad"]
tags = ["Lantern Theatre", "small business"]
photo = "theatre"
published = "5 hours ago"
+++
<p>When a theatre closes for the night somebody leaves one lamp burning on the stage. It is called the ghost light, and stage managers will tell you that it is for the ghosts, and fire officers that it is so nobody walks into the pit. At the Lantern on Chapel Hill it has burned for fourteen months without a show on either side of it.</p>
<p>On Friday of next week it will be switched off, by a nine-year-old, because there will be other lights.</p>
<p>The building’s owners accepted an offer of £387,000 from the Lantern Society, which was formed in a kitchen by five people and now has 1,206 members. Each paid at least £50 and has one vote, whatever they paid. The largest sum from one person was £20,000. The smallest came in an envelope marked <em>for the curtain</em> and held £7.35.</p>
<h2>What they have bought</h2>
<p>The Lantern seats 311, was built as a corn exchange in 1848 and became a theatre in 1903. Its fly tower is sound. Its roof is mostly sound. Its boiler was described by the surveyor in one word, which the society has asked us not to print.</p>
<p>“We are not saving it,” said Noor Rahimi, who directed the Saltmarsh Players there for six years and will run it unpaid until the summer. “Saving is what you do to something you intend to look at. We intend to use it, four nights a week, and for the mornings we have had enquiries from two yoga teachers and a dentist.”</p>
<blockquote><p>Saving is what you do to something you intend to look at. We intend to use it.</p></blockquote>
<h2>The sums</h2>
<p>The society reckons on running costs of £118,000 a year and income of £131,000, of which £54,000 would come from the bar. Lin Wenyu, who writes about <a href="/trade/">trade</a> for this paper, has seen the figures and calls them “careful, apart from the ice cream”.</p>
<ul><li>Shows resume with a concert by the Silver Band.</li><li>The Players return with <em>The Tide Tables</em>, a new comedy by Aled Marsh.</li><li>Films will be shown on Mondays, at £5, or £3 if you bring a cushion.</li></ul>
<p>The nine-year-old is Posy Achebe, drawn by lot from the members under twelve. She has been shown where the switch is, and has asked whether the ghosts have been told.</p>
