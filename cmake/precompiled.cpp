// Carries the precompiled header for those who reuse it.
