+++
kicker = "Pikesey ferry"
headline = "Ferry to run on Sundays for the first time since the war"
standfirst = "Eight crossings each way, and no extra staff: Bram Oakes has given up singing in the choir."
section = "harbour"
authors = ["thomas-pellow"]
tags = ["ferry", "Pikesey", "harbour office"]
photo = "ferry"
published = "3 days 4 hours ago"
+++
<p>The Pikesey ferry will cross on Sundays from next month, between ten and six, for the first time since 1940. The fare stays at £2.20, bicycles 80p, horses by arrangement.</p>
<p>The chain ferry carried 61,400 people last year, nine in ten of them between Monday and Friday. On Sundays those who want to get from Saltmarsh to the village opposite, 340 metres away, drive 19 kilometres by way of the upper bridge.</p>
<p>“I have been looking at Pikesey across that water every Sunday since I was born,” said Bram Oakes, 59, the senior of the two ferrymen. “It did not seem to be getting any nearer.” He will take the Sunday turn himself, and has told the choir of St Osyth’s that it must find another bass.</p>
<p>The harbour office expects 140 passengers on a fine Sunday and 30 on a wet one, and will break even at 62. The Plough at Pikesey is to open for lunch. The vicar of St Osyth’s, the Rev. Joan Mallory, has asked whether the first boat could be at a quarter to, rather than on the hour. It could.</p>
