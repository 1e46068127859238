"""What people and other programs see: text, HTML, frames, calendars, mail and paper."""
