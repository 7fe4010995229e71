+++
kicker = "Boatbuilding"
headline = "The Verity goes back together, plank by plank, mostly Verity"
standfirst = "A pilot cutter of 1902 is being rebuilt at Marram’s yard by four apprentices and a man who was once told to burn her."
section = "harbour"
authors = ["thomas-pellow"]
tags = ["boatbuilding", "small business"]
photo = "boatyard"
published = "21 days 4 hours ago"
+++
<p>In 1979 the owner of Marram’s yard told his youngest hand to take an axe to a hulk on the north slip and have her gone by Friday. Joe Marram, who was the youngest hand and also the son, went and had a look at her first. He is now sixty-three and the owner, and the hulk is in the big shed with eleven planks a side.</p>
<p>“I said the axe was blunt,” he explained.</p>
<p>She is the Verity, built four hundred metres away in 1902 to put pilots aboard coal ships, 14.6 metres long and fast enough to be first to a fee. When she came into the shed two years ago a third of her was sound. The keel is hers, and the stem, and nine of thirty-four frames. The rest is new oak and larch, sawn to the lines of what it replaces.</p>
<h2>Four apprentices</h2>
<p>The work is paid for by a training fund, on condition that it takes twice as long as it need. Each of the four apprentices does each job once, with Mr Marram watching, and once without. Temi Alade, 20, who came from a call centre, has just hung her first plank alone.</p>
<blockquote><p>You steam it for an hour and then you have ninety seconds. Nobody in a call centre ever ran like that.</p></blockquote>
<p>The launch is set for the highest tide of next summer. She will carry the pupils of four schools, for nothing, two days a week. Whether she is still the Verity is a question visitors like to put to Mr Marram, with a smile, as if for the first time.</p>
<p>“Ask her,” he says.</p>
