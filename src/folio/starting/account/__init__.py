"""What a public account on GitHub shows, as a profile to go on with. Each sentence is the account's or its READMEs'."""
