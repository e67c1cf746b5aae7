"""Numbers that a text gives, in digits of any kind or in words of Arabic, Persian, Urdu, Hebrew and English.

`words` and a file for each language say what a word stands for, `tokens` and `digits` part and read a text,
`sums` puts together what is one number, and `reading` says which numbers there are.
"""
