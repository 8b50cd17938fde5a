"""What the sample corpus is made of: hand-written passages, a table of facts, and the sentences that join them."""
