"""The letters that lesson 03 reads and mends, and what is known about the interview they speak of."""

from __future__ import annotations

__all__ = ["FAULTY", "PUSHY", "RAMBLING", "SETTING"]


SETTING = {
    "interviewer_name": "Zoë Özdemir",
    "position": "Office coordinator",
    "company": "Harbour Street Clinic",
    "topics": ["the new appointment system", "cover during holidays"],
    "sender_name": "Amina Yusuf",
    "others_met": ["Peter Lindgren"],
    "interview_date": "2026-03-02",
    "promised_date": "2026-03-16",
}
"""What Amina noted about her interview."""

FAULTY = """Dear Ms. Özdamir,

Thank you for your time on Monday. What you told me about the new appointment system has stayed with me. At the \
law office I moved 400 files to a system of that kind, and I could do the same for you.

I would very much like to join the team at Lakeside Dental. I need your answer by Friday.

Kind regards,
Amina Yusuf"""

PUSHY = """Dear Ms. Özdemir,

You promised me an answer by 16 March. It is the 17th now. I need your decision by tomorrow, because others want me \
too. After all the time that I gave you, this is the least you can do.

Amina Yusuf"""

RAMBLING = """Dear Ms. Özdemir,

Thank you for your time on Monday. I would like to go through the interview once more. First you asked me about my \
school, and I told you that I went to school in Aurora and then in Joliet, and after that I took a course in office work, \
which lasted for two years. Then you asked me why I want to leave the law office, and I said that I have been there \
for six years and that it is time for something new. Then you told me about the new appointment system, and that it \
starts in May, and that nobody has planned yet how the old files get into it. I said that at the law office I moved \
400 files to a new system, and that it took three weeks. Then Mr. Lindgren asked me about cover during holidays, and I \
said that I keep the list of who stands in for whom. Then we talked about the hours, from eight to four, and about the \
break, and about the key to the back door. After that you showed me the front desk, the small office behind it, the \
kitchen, and the room with the printer, and I met two people there whose names I did not catch. Then we came back to \
your office, and you asked if I had any questions, and I asked when you decide, and you said by 16 March. All in all I \
would very much like to be your office coordinator.

Kind regards,
Amina Yusuf"""
