+++
kicker = "Schools"
headline = "School kitchen to feed 340 from one allotment and two cooks"
standfirst = "The first lunch grown within a mile of the plate will be served at noon. It is soup, then more soup."
section = "town"
authors = ["maud-okafor"]
tags = ["schools", "allotments", "food and drink"]
state = "scheduled"
published = "in 14 hours"
+++
<p>Mill Road School will serve its 340 pupils a lunch grown entirely on its own half-plot at Cinder Bank, the first of four planned this year.</p>
<p>The menu is leek and potato soup, bread from Corn Street and, for those who ask, a second bowl. The potatoes were lifted by Year 4, who got 212 kilos and a boot.</p>
<p>“They will eat anything they have pulled out of the ground,” said Jean Okoro, the senior of the two cooks. “We had a boy last week eat a radish and then apologise to it.”</p>
<p>The half-plot was lent by Dilys Amos, who keeps the association’s waiting list and says that no place on it was jumped. The school has been on it since 2016. It was next.</p>
