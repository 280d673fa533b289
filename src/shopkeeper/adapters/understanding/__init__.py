"""What understanding needs from outside: lexicon files and a language guesser."""
