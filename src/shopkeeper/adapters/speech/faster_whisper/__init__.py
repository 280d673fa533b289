"""Voice notes heard by Whisper on this machine: a process of its own decodes and listens, so that nothing else waits or falls."""
