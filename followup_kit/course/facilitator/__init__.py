"""The facilitator's side: the workshop's path and sheets, slides, handouts, the dry run, the class's results."""
