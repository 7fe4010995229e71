+++
kicker = "The long read"
headline = "The man who reads the tide"
standfirst = "Twice a day for forty-four years Walter Sedge has walked to the end of Staithe Quay, looked at a painted board and written down a number. A machine has done it better since 2003. He is still going."
section = "marsh"
authors = ["ada-thistlewood", "thomas-pellow"]
tags = ["tides", "Staithe Quay", "flood defences", "harbour office"]
photo = "gauge"
published = "7 days 5 hours ago"
+++
<p>At low water the board at the end of Staithe Quay looks like something left over from a larger structure. It is white, five and a half metres high, bolted between two oak piles, and marked off in black every ten centimetres. Half-way up it says 3. Nobody photographs it.</p>
<p>Walter Sedge comes round the corner of the Harbour Office at eight minutes to the hour. He is eighty-two. He wears a cap, a navy jersey mended at both elbows, and, on a string round his neck, a pencil. He does not carry a watch. “It would only make me late,” he says.</p>
<p>He stands at the rail. For about a minute he does nothing at all. Then he opens a hard-backed book at a ribbon, writes four figures, looks again, and underlines them.</p>
<p>“One metre eighteen,” he says. “And going.”</p>
<h2>Thirty-two thousand readings</h2>
<p>He has done this, by his own estimate and by ours, something over thirty-two thousand times. He began in the autumn he turned thirty-eight, when he was a clerk at the harbour office and the man who used to read the board fell off the quay. (“Into the water,” Mr Sedge says. “He was all right. But it put him off.”) It was to be for a fortnight.</p>
<p>The books fill a shelf and a half in the office where he no longer works. There are sixty-one of them, all the same make, bought from Quill’s in Corn Street, which still orders them in for him. Each page has seven lines and each line has two tides, their heights and times, the wind, and a column headed <em>Remarks</em>.</p>
<p>The remarks are why people come to see them. Most are empty. Then, in the same upright hand, in the same hard pencil, there is a line like these:</p>
<ul><li><em>Seal on the slip. Would not move for the mail.</em></li><li><em>Fog. Took it by the sound.</em></li><li><em>M. in hospital. Read by P. Oakes, who is 4 cm optimistic.</em></li><li><em>Nothing out there at all. Lovely.</em></li></ul>
<p>M. was his wife, Margaret. She came home, that time. In the book for the year she died there are no remarks from March to the end of June, and not one missing figure.</p>
<h2>The machine</h2>
<p>There is, of course, a machine. It stands in a steel cabinet on the other side of the quay, a pipe with a float in it until 2003 and a small radar since. It takes a reading every six seconds and sends the average, every fifteen minutes, to an office two hundred kilometres away, where the tide tables come from and the warnings go out.</p>
<p>It has been wrong four times. Mr Sedge knows the dates. The first was a spider. The second and third were cormorants. The fourth was the night of the surge in 2013, when the power failed at twenty past nine and the record of the highest tide in thirty-five years stopped dead at 4.61 metres, still rising.</p>
<p>“I had the board,” he says. “And a torch.”</p>
<p>He stayed on the quay until the water was over his boots, and then on the Harbour Office steps, and then, when those went, at the upstairs window, from which he could see the top metre of the board by leaning out while Ruth Calloway, then a deputy of twenty-nine, held on to his belt. At seven minutes past eleven he called out 5.22. The national record gives 5.22. There is a footnote, and the footnote says <em>W. Sedge, visual</em>.</p>
<blockquote><p>People say the machine doesn’t get tired. Well, no. But it doesn’t get worried, either. I was worried from about four o’clock.</p></blockquote>
<h2>What a number is for</h2>
<p>It would be easy to write about him as a man out of his time. The scientists who use his books do not. Dr Amara Nwosu, who studies the sea level of this coast at the university in Great Holm, first came to Saltmarsh for an afternoon and has since spent five summers in the shelf and a half.</p>
<p>A float in a pipe drifts, she explains. A radar is replaced by another and there is a step between them, a centimetre or two, and you cannot say which side of the step is true. “What you need is one thing that was never changed, read in one way, by somebody who did not want it to say anything in particular. That is extremely rare. In most places it does not exist.”</p>
<p>She has compared him with the machine, tide by tide, for as long as there have been two of them. His average error is eleven millimetres. It is smaller in the morning.</p>
<p>From his figures, and those of the readers before him, she gets a rise of mean high water at Staithe Quay of 2.1 millimetres a year over a century, and of 3.9 over the past two decades. Both numbers are in the case for the quay wall on which the town council is to vote. He has read the report. He has underlined <em>3.9</em>.</p>
<p>“I don’t have views,” he says. “I’ve got a board.” Then, after a while, looking at it: “When I started you could stand on that bottom step at a neap and keep your feet dry. I put it down to the step.”</p>
<h2>Who is next</h2>
<p>He has looked for a successor three times. The first was keen and moved to the Midlands. The second used her telephone to take a picture of the board, which he allowed for a month and then thought about. “She’d stopped looking at it,” he says. “She was looking at the picture. There was a boat sinking.”</p>
<p>The third is Ellis Farrow, who is fifteen, lives at number 14 with his great-grandmother and came down one evening to ask what the pencil was on a string for. He has done the Sunday readings since. Mr Sedge checks them from behind the bait shed, where he believes that he cannot be seen.</p>
<p>We ask how good they are.</p>
<p>“Two centimetres low,” he says. “He reads the trough. They all read the trough to begin with. It’s the young. They want it to be lower than it is.”</p>
<p>On the way back he stops and turns round, as he must have done thirty-two thousand times, and has one more look. The tide has uncovered another black mark. A gull comes down on the pile and settles its wings.</p>
<p>He takes the pencil off its string. It is not a figure he writes, and we have to wait until he has gone in to read it.</p>
<p><em>Two from the newspaper. Fine. Wind dropping.</em></p>
