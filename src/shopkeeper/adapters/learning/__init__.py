"""What a shop's own examples teach: message classes and slots, without a language model."""
