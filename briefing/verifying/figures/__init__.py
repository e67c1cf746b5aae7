"""Numbers that a text gives, in digits of any kind or in words of Arabic, Persian, Urdu, Hebrew and English.

`number_words` and a file for each language say what a word stands for, `tokens` and `digits` part and read a
text, `sums` puts together what is one number, and `figures_in_text` says which numbers there are.
"""
