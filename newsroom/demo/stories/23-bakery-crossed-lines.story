+++
kicker = "In brief"
headline = "Two bakeries, one telephone number"
standfirst = "Calls for bread have been reaching a tyre fitter since the exchange was renewed."
section = "trade"
authors = ["lin-wenyu"]
tags = ["small business", "food and drink"]
published = "28 days 3 hours ago"
+++
<p>Customers ringing either of the town’s bakeries have for nine days been put through to Wend Tyres in Sluice Lane, which has taken 140 orders and passed on nearly all. “We had a lady who wanted two large tins and a split,” said the foreman, Gary Flint. “We sold her a valve.” The telephone company expects to have the fault mended by the end of the week. Wend Tyres has asked to keep the iced buns.</p>
