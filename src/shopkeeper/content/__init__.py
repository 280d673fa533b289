"""Content as files: packs, replies, rules, flows, prompts."""
