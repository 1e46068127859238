"""What is shown in a notebook: our widgets, each a :func:`~followup_kit.widgets.base.shell` of controls."""
