+++
kicker = "In brief"
headline = "Pump Lane closed until the hole is found"
standfirst = "Water is coming up in three places from one leak."
section = "town"
authors = ["maud-okafor"]
tags = ["roads"]
published = "31 hours ago"
+++
<p>Pump Lane is closed to vehicles between the chapel and number 40 while a leaking main is traced. Water is coming up in three places, none of which, Wend Water said, is where it is getting out. Residents have supply at low pressure. The 14 bus is going round by Corn Street. A spokeswoman hoped to reopen the lane “once we have dug in the right place”.</p>
