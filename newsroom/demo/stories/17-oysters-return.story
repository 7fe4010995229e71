+++
kicker = "Shellfish"
headline = "First dozen oysters landed from the North Bank since 1987"
standfirst = "They went to the harbourmaster, the doctor, the doctor’s mother, and a man who had waited half his life to be asked."
section = "trade"
authors = ["lin-wenyu", "thomas-pellow"]
tags = ["oysters", "food and drink", "small business"]
photo = "oysters"
published = "12 days 4 hours ago"
updated = "10 days 8 hours ago"
wrong = ["a licence for 15,000 oysters a year", "a licence for 50,000 oysters a year"]
correction = "An earlier version of this story said that the licence allows 50,000 oysters a year. It allows 15,000. Mr Dory points out that the oysters have not read it."
+++
<p>Native oysters from the North Bank have been passed as fit to eat and landed for sale, nearly forty years after the beds were closed.</p>
<p>The first twelve were opened on the fish stall by Sal Shaw, who had not done it since she was nineteen and cut herself only once. They were eaten by invitation. The second basket, of two hundred, went on sale at £1.40 each and was gone in twenty-five minutes.</p>
<p>The beds failed in 1987 after a paint that was used on hulls got into the mud. Nobody thought to put oysters back until Ken Dory, a retired chemistry teacher, began testing the mud in jam jars in his shed. “It was clean by about 2009,” he said. “It took me ten years to get anyone to believe the jars.”</p>
<p>Some 90,000 young oysters have been laid since on old shell from the restaurants. One in five has lived, which is better than was hoped, and there is a licence for 15,000 oysters a year.</p>
<blockquote><p>They taste like falling over in the sea, in a good way.</p></blockquote>
<p>The speaker was Raymond Catch, 77, the last man to have dredged the bank for a living. He had two.</p>
