"""What is said of whatever was not looked at because nobody may be asked."""

OFFLINE = "not asked: offline"
