"""What a message can mean (acts) and what the assistant decides to do about it."""
