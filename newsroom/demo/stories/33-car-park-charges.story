+++
kicker = "Parking"
headline = "Quay car park charges to double"
standfirst = "A day’s stay would go from £4 to £8, says a paper to the works committee."
section = "town"
authors = ["jonah-brandt"]
tags = ["roads", "Staithe Quay", "town council"]
state = "withdrawn"
reason = "The paper we quoted was from 2023 and was never adopted. The committee has no proposal on charges. We have apologised to its chair."
published = "15 days 3 hours ago"
withdrawn = "14 days 20 hours ago"
+++
<p>Charges at the quay car park would double under proposals to go before the works committee, with a day’s stay rising from £4 to £8 and the free half-hour abolished.</p>
<p>The change would bring in £61,000 a year, the paper says, and “encourage turnover of spaces in the vicinity of the retail offer”.</p>
<p>The committee’s chair could not be reached.</p>
