"""Comparing advice: conflicts, consensus plans, and which rules a plan or a person keeps."""
