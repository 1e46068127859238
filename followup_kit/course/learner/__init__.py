"""What is the learner's: the interview, the letters, the progress and the campaign, in a folder of theirs."""
