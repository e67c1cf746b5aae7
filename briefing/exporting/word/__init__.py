"""The Word form, one file for each thing that such a document is made of."""
