"""The PDF form: what is said of a document as data (`content`), and how typst sets it (`paper.typ`)."""
