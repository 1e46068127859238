"""The journal: what a learner records about their interviews, in one file that they own.

``connection`` opens the file and looks whether it is whole, ``schema`` knows its tables and their
versions, ``store`` is the journal itself, ``transfer``, ``spreadsheets`` and ``privacy`` carry it in
and out, ``agenda`` and ``notices`` read the day out of it.
"""
