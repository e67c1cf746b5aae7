"""The formats of documents, one file each: `read(material)` makes an article of its bytes."""
