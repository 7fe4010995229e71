+++
kicker = "Timekeeping"
headline = "Bus station clock tells the right time for the first day in eleven years"
standfirst = "It had stopped at ten to four. Twice a day it was the most accurate part of the timetable."
section = "town"
authors = ["maud-okafor"]
tags = ["buses", "town council"]
photo = "buses"
published = "2 hours ago"
newer = ["and by the evening had gained four seconds.", "and by the second evening had gained eleven seconds, which the timetable allows."]
+++
<p>The clock above stand B at Mill Road bus station is going again. It was started by hand shortly before the first departure, in front of nine passengers and a dog, and by the evening had gained four seconds.</p>
<p>It stopped at ten to four, on a date nobody wrote down, in the year the stands were renumbered. Two firms quoted for the repair and one came. In the end the work was done by Maggie Stott, 67, of Pump Lane, who used to maintain signalling for the railway and was tired of looking at it.</p>
<p>“There was nothing wrong with the movement,” she said. “Somebody had hung a Christmas star from the minute hand and gone home.”</p>
<p>The parts cost £11.40. The council has offered her a season ticket, which she does not need, being over 66, and a plaque, which she has declined.</p>
<p>Wendside Buses said it welcomed the repair. Asked whether services would now be measured against it, a spokesman said that was a matter for the clock.</p>
