+++
headline = "Something about the seagull and the mayor’s chain"
authors = ["jonah-brandt"]
state = "draft"
written = "3 hours ago"
+++
