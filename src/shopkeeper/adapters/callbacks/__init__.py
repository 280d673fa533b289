"""Telling addresses outside what happened."""
