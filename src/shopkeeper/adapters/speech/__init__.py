"""Speech: voice notes to words, and words to a voice; one package per engine."""
