+++
kicker = "Obituary"
headline = "Connie Bright, who saw three generations across Mill Road"
standfirst = "School crossing patrol, bell-ringer and scourge of the learner driver."
section = "town"
authors = ["ines-haldane"]
tags = ["obituary", "schools", "roads"]
comments = "off"
published = "24 days 2 hours ago"
+++
<p>Connie Bright, who has died aged 87, stopped the traffic in Mill Road twice a day for thirty-six years, and afterwards, when she had been retired, whenever she thought it needed it.</p>
<p>She was born in Pump Lane, the fourth of seven, and left school at fourteen for the net loft, where she learnt to knot, to whistle and to be heard across a harbour. All three were of use. She married Len Bright, a drayman, in 1959; they had two sons, and buried one.</p>
<p>In 1968, after a child was knocked down outside the infants’ school, she walked into the road in her apron and held up a tray. The county sent her a coat and a pole six weeks later. She wore out nine coats. By her own count, which nobody disputed, she took four thousand different children across, and knew the names of all of them and the driving of their parents.</p>
<p>She was once reported for stopping a funeral. “He was in no hurry,” she told the inspector, “and they were late for sums.”</p>
<p>She rang the third bell at St Osyth’s until her shoulder went, won the marrow class at the flower show in seven years out of ten, and read this newspaper on Fridays with a pen. Her corrections were always right. We shall miss them.</p>
<p>She is survived by her son Michael, by five grandchildren, and by a set of lights.</p>
