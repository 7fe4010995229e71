+++
kicker = "Crafts"
headline = "The last ropewalk in the county has an order book and no heir"
standfirst = "Nell Tarbuck, 71, can make 220 metres of rope in a morning. She would like to be able to stop."
section = "trade"
authors = ["lin-wenyu"]
tags = ["small business", "boatbuilding"]
state = "draft"
written = "2 days 3 hours ago"
embargo = "in 3 days 6 hours"
+++
<p>The shed is three metres wide and 230 long, and Nell Tarbuck has walked it backwards every working day since she was fifteen.</p>
<p>She supplies Marram’s, the Lantern’s fly floor and a man in Norway. Orders are booked to the end of next year.</p>
<p><strong>TO CHECK:</strong> turnover (she said “enough”); what the county’s craft fund actually offers; whether the nephew is really not interested or only shy.</p>
